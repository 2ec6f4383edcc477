import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { embeddedDatabase } from "#db/client.ts";
import { openEmbedded } from "#db/embedded.ts";
import { times } from "#tests/support/chance.ts";
import { killCycles, killParley } from "./kill-cycles.ts";
import { prepareInstance } from "./prepare-instance.ts";
import { expectNothingHalfDone, lostOf } from "./stored.ts";
import { sendForecast } from "./submissions.ts";

const CYCLES = times(20);

const directory = mkdtempSync(join(tmpdir(), "parley-killed-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

async function open() {
  const { client, release } = await openEmbedded(directory);
  return embeddedDatabase(client, release);
}

test(`D2: of forecasts acknowledged by a server that is killed ${CYCLES} times, none is lost, and none is half done`, async () => {
  const before = await open();
  const questionId = await prepareInstance(before);
  await before.close();

  const instance = { directory, env: {}, questionId, send: sendForecast };
  const submissions = await killCycles(instance, CYCLES, () => killParley);

  const after = await open();
  console.log(`embedded: ${submissions.filter((s) => s.acknowledgedId).length} of ${submissions.length} acknowledged`);
  expect(submissions.length).toBeGreaterThanOrEqual(CYCLES * 4);
  expect(await lostOf(after, submissions)).toEqual([]);
  await expectNothingHalfDone(after, questionId);
  await after.close();
});
