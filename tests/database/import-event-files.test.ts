import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { embeddedDatabase } from "#db/client.ts";
import { openEmbedded } from "#db/embedded.ts";
import { migrate } from "#db/migrate.ts";
import { someone } from "#tests/support/people.ts";
import { someTopic } from "#tests/support/questions.ts";

/** The command as it is typed, on a database and in a folder of its own. */
let directory: string;
const at = (name: string) => join(directory, name);
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "parley-import-"));
  const { client, release } = await openEmbedded(at("data"));
  const db = embeddedDatabase(client, release);
  await migrate(db);
  await someTopic(await someone(db.prisma, "moderator"), "Harbour");
  await db.close();
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

function parley(...given: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["server/cli/main.ts", "import", ...given, "--topic", "harbour"],
    { encoding: "utf8", env: { ...process.env, PARLEY_DATA_DIR: at("data"), DATABASE_URL: "", LOG_LEVEL: "silent" } },
  );
  return { status, stdout, stderr };
}

const HEADER = "id;headline;type;date;url";
const row = (id: number, type = "AID") => `${id};Aid ${id};${type};2026-02-06;https://example.org/${id}`;

test("a file with rows that are left out ends with status 1, names them, and writes them where it is told", () => {
  writeFileSync(at("week.csv"), `\ufeff${[HEADER, row(1), row(2, "HAPPEN"), row(3)].join("\r\n")}`);
  const first = parley("csv", at("week.csv"), "--left-out", at("rest.csv"));
  expect(first.stdout).toContain("3 rows: 2 new in the inbox, 0 known already, 0 repeated in the file, 1 left out.");
  expect(first.stdout).toContain("line 3, type: “HAPPEN” is no type of event. (type_must_be_mapped)");
  expect(first.status).toBe(1);
  const rest = readFileSync(at("rest.csv"), "utf8");
  expect(rest).toBe(`\ufeff${HEADER};fault\r\n${row(2, "HAPPEN")};type: “HAPPEN” is no type of event.\r\n`);
  const again = parley("csv", at("week.csv"), "--left-out", at("rest.csv"));
  expect([again.status, again.stderr]).toEqual([1, expect.stringContaining("is there already")]);
  expect(readFileSync(at("rest.csv"), "utf8")).toBe(rest);
  const allowed = parley("csv", at("week.csv"), "--allow-left-out");
  expect(allowed.stdout).toContain("0 new in the inbox, 2 known already, 0 repeated in the file, 1 left out.");
  expect(allowed.status).toBe(0);
  writeFileSync(at("rest.csv"), rest.replace("HAPPEN", "AID"));
  const mended = parley("csv", at("rest.csv"));
  expect([mended.status, mended.stdout]).toEqual([0, expect.stringContaining("1 row: 1 new in the inbox")]);
});

test("a file of another form, an empty one and one that is not there fail in words, and keep no other file out", () => {
  writeFileSync(at("empty.csv"), "");
  writeFileSync(at("good.csv.gz"), gzipSync([HEADER, row(9)].join("\n")));
  const files = [at("empty.csv"), at("missing.csv"), at("good.csv.gz")];
  const { status, stdout, stderr } = parley("csv", ...files, "--allow-left-out");
  expect(stdout).toContain("1 row: 1 new in the inbox");
  expect(stderr).toContain(`${at("empty.csv")}: The file is empty.`);
  expect(stderr).toContain("missing.csv cannot be read");
  expect(status).toBe(1);
  const other = parley("gdelt", at("good.csv.gz"), "--allow-left-out");
  expect([other.status, other.stderr]).toEqual([1, expect.stringContaining("Is it another file?")]);
  expect(parley("csv", ...files, "--left-out", at("rest-of-all.csv")).stderr).toContain("one file at a time");
  expect(existsSync(at("rest-of-all.csv"))).toBe(false);
});
