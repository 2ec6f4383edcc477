import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { afterAll, expect, test } from "vitest";
import { type Database, openPostgres } from "#db/client.ts";
import { checkDatabase } from "#services/verify/check-database.ts";
import { aDirectory, embeddedIn } from "#tests/support/backups.ts";
import { startPostgres } from "#tests/support/postgres-server.ts";
import { type ServedParley, serveParley } from "#tests/support/served-parley.ts";
import { PEOPLE, prepareInstance } from "./prepare-instance.ts";
import { expectNothingHalfDone, lostOf } from "./stored.ts";
import { letSubmit, sendForecast, sessionOf } from "./submissions.ts";

const here = aDirectory();
afterAll(() => here.remove());

/** Runs the command line as an operator does. */
function parleyCommand(
  given: string[],
  settings: Record<string, string>,
): Promise<{ status: number | null; said: string }> {
  const command = spawn(process.execPath, ["server/cli/main.ts", ...given], {
    env: { ...process.env, NODE_ENV: "production", ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [command.stdout, command.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  return new Promise((ended) => command.once("exit", (status) => ended({ status, said })));
}

/** Backs up while people submit, and restores elsewhere: what was acknowledged before the backup began must be there. */
async function backUpUnderLoad(
  parley: ServedParley,
  questionId: string,
  settings: Record<string, string>,
  file: string,
) {
  const sessions = new Map<string, string>();
  for (const person of PEOPLE) sessions.set(person, await sessionOf(parley.origin, person));
  const before = letSubmit(sendForecast, parley.origin, sessions, questionId);
  await before.untilAcknowledged(20);
  const acknowledged = await before.stop();
  const during = letSubmit(sendForecast, parley.origin, sessions, questionId);
  await during.untilAcknowledged(5);
  expect(await parleyCommand(["backup", file], settings)).toEqual({
    status: 0,
    said: expect.stringContaining("Wrote"),
  });
  expect((await during.stop()).filter(({ acknowledgedId }) => acknowledgedId === undefined)).toEqual([]);
  const restored = { PARLEY_DATA_DIR: `${file}.restored` };
  const { status, said } = await parleyCommand(["restore", file], { ...restored, DATABASE_URL: "" });
  expect([status, said]).toEqual([0, expect.stringContaining("balances equal to their entries")]);
  const db = await embeddedIn(restored.PARLEY_DATA_DIR);
  await expectWhole(db, acknowledged, questionId);
  await db.close();
}

async function expectWhole(db: Database, acknowledged: Parameters<typeof lostOf>[1], questionId: string) {
  expect(await lostOf(db, acknowledged)).toEqual([]);
  expect((await checkDatabase(db.prisma)).faults).toEqual([]);
  await expectNothingHalfDone(db, questionId);
}

test("D8: `parley backup` beside a server on the embedded database keeps all that was acknowledged, and the server goes on", async () => {
  const directory = here.file("served");
  const db = await embeddedIn(directory);
  const questionId = await prepareInstance(db);
  await db.close();
  const parley = await serveParley({ directory, env: { PARLEY_DEMO: "off" } });
  try {
    expect(existsSync(here.file("served/control.json"))).toBe(true);
    await backUpUnderLoad(
      parley,
      questionId,
      { PARLEY_DATA_DIR: directory, DATABASE_URL: "" },
      here.file("embedded.backup"),
    );
  } finally {
    await parley.stop();
  }
  expect(readdirSync(directory).filter((name) => /^copy-|control/.test(name))).toEqual([]);
});

test("D8: the same beside a server on Postgres, restored into an embedded database", async () => {
  const server = await startPostgres();
  const db = await openPostgres(server.url);
  const questionId = await prepareInstance(db);
  await db.close();
  const settings = { DATABASE_URL: server.url, PARLEY_DATA_DIR: here.file("beside") };
  const parley = await serveParley({ directory: here.file("beside"), env: { PARLEY_DEMO: "off", ...settings } });
  try {
    await backUpUnderLoad(parley, questionId, settings, here.file("postgres.backup"));
  } finally {
    await parley.stop();
    await server.stop();
  }
});
