import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { logEvent } from "#services/event/log-event.ts";
import { recordText } from "#services/export/record-text.ts";
import { listSeals } from "#services/seal/queries.ts";
import { sealRecord } from "#services/seal/seal-record.ts";
import { statedSeal } from "#services/verify/stated-seal.ts";
import { job, someone } from "#tests/support/people.ts";
import { someTopic, visitEvent } from "#tests/support/questions.ts";
import { testDatabase } from "#tests/support/test-database.ts";

const directory = mkdtempSync(join(tmpdir(), "parley-verify-"));
const file = join(directory, "record.ndjson");
let hash = "";
let root = "";
beforeAll(async () => {
  const database = await testDatabase();
  const moderator = await someone(database.prisma, "moderator");
  await logEvent(moderator, visitEvent(await someTopic(moderator)));
  await sealRecord(job(database.prisma));
  let text = "";
  for await (const part of recordText(job(database.prisma))) text += part;
  writeFileSync(file, text);
  const [seal] = (await listSeals(job(database.prisma), {})).items;
  [hash, root] = [seal?.hash ?? "", seal?.root ?? ""];
  await database.close();
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const verify = (seal: string, of = file) =>
  spawnSync(process.execPath, ["server/cli/main.ts", "verify", of, "--seal", seal], { encoding: "utf8" });

describe("a seal that somebody kept", () => {
  test("is the same hash in capitals, with sha256: before it and with spaces around it", () => {
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    for (const kept of [
      hash,
      hash.toUpperCase(),
      `sha256:${hash}`,
      ` SHA256: ${hash.toUpperCase()}\n`,
      `sha-256=${hash}`,
    ])
      expect(statedSeal(kept)).toBe(hash);
  });

  test.each([
    ["in capitals", () => hash.toUpperCase()],
    ["with its algorithm", () => `sha256:${root}`],
    ["with spaces", () => `  ${hash} `],
  ])("verifies an export %s", (_, kept) => {
    const { status, stdout, stderr } = verify(kept());
    expect(stderr).toBe("");
    expect(stdout).toContain("Verified.");
    expect(status).toBe(0);
  });

  test("that is another hash shows that the record was cut or rewritten", () => {
    const { status, stderr } = verify("0".repeat(64));
    expect(stderr).toContain("cut or rewritten");
    expect(status).toBe(1);
  });

  test.each(["", "abc", "0".repeat(63), "0".repeat(65), "g".repeat(64), "sha256:", "sha512:".padEnd(71, "0")])(
    "is told to be none when it is %j, before any file is read",
    (kept) => {
      const { status, stdout, stderr } = verify(kept, join(directory, "there-is-no-such-file"));
      expect(stderr).toContain("is no hash or root of a seal");
      expect(stderr).toContain("(seal_must_be_a_hash)");
      expect(stdout).toBe("");
      expect(status).toBe(1);
    },
  );
});
