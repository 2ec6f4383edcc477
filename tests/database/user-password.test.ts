import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { embeddedDatabase } from "#db/client.ts";
import { openEmbedded } from "#db/embedded.ts";
import { checkCredentials } from "#services/user/check-credentials.ts";

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "parley-password-"));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

function parley(args: string[], input: string) {
  const env = { ...process.env, PARLEY_DATA_DIR: directory, LOG_LEVEL: "silent" };
  const { status, stdout, stderr } = spawnSync(process.execPath, ["server/cli/main.ts", ...args], {
    env,
    input,
    encoding: "utf8",
  });
  return { status, said: stdout + stderr };
}

test("whoever runs the instance gives somebody a new password on the command line, whatever their old one was", async () => {
  expect(parley(["user", "create", "ada", "ada@example.org"], "the first long one\n").status).toBe(0);
  expect(parley(["user", "password", "Ada"], "short\n")).toEqual({
    status: 1,
    said: expect.stringContaining("At least 10 characters."),
  });
  expect(parley(["user", "password", "nobody"], "a newer long one\n")).toEqual({
    status: 1,
    said: expect.stringContaining("There is nobody named nobody."),
  });
  const { status, said } = parley(["user", "password", "Ada"], "a newer long one\r\n");
  expect([status, said]).toEqual([0, "ada has a new password, and is signed out everywhere.\n"]);
  const { client, release } = await openEmbedded(join(directory));
  const db = embeddedDatabase(client, release);
  const signIn = (password: string) => checkCredentials({ db: db.prisma }, { email: "ada@example.org", password }, {});
  expect((await signIn("the first long one")).person).toBeNull();
  expect((await signIn("a newer long one")).person).toMatchObject({ name: "ada", sessionVersion: 2 });
  await db.close();
});
