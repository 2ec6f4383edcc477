import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { recordLeaf } from "#core/seal/record-leaf.ts";
import type { Database } from "#db/client.ts";
import { Prisma } from "#db/generated/client.ts";
import { readBundle } from "#services/bundle/read-bundle.ts";
import { recordText, recordTextOf } from "#services/export/record-text.ts";
import { proofOfRecord } from "#services/seal/proof-of-record.ts";
import { listSeals } from "#services/seal/queries.ts";
import { sealRecord } from "#services/seal/seal-record.ts";
import { RECORD_CHECKS, verifyExport } from "#services/verify/verify-export.ts";
import { chanceFrom } from "#tests/bench/chance.ts";
import { times } from "#tests/support/chance.ts";
import { anAnswer, aQuestion, pastForecasts } from "#tests/support/forecasting.ts";
import { job, someone } from "#tests/support/people.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { aWholeLife } from "#tests/support/whole-life.ts";

const TAMPERINGS = times(1_000);

let database: Database;
let text: string;
let latest: string;
beforeAll(async () => {
  database = await testDatabase();
  const db = database.prisma;
  const [moderator, admin, forecaster] = [
    await someone(db, "moderator"),
    await someone(db, "admin"),
    await someone(db),
  ];
  await aWholeLife({ moderator, admin, forecaster });
  await sealRecord(job(db));
  const bot = await someone(db);
  await db.user.update({ where: { id: bot.actor.id }, data: { isBot: true } });
  const opensAt = new Date("2025-03-01T00:00:00.000Z");
  const closesAt = new Date("2025-03-05T04:00:00.000Z");
  for (const options of [undefined, ["red", "green", "blue"]]) {
    const rows = { opensAt, closesAt, ...(options ? { options } : {}) };
    const question = await aQuestion(db, moderator, rows);
    const say = (p: number) => (options ? [p, 0.9 - p, 0.1] : [p]);
    await pastForecasts(db, question, [
      { by: forecaster, atHour: 1, probabilities: say(0.3) },
      { by: admin, atHour: 2, probabilities: say(1 / 3) },
      { by: bot, atHour: 2, probabilities: say(0.51) },
      { by: forecaster, atHour: 30, probabilities: say(0.777) },
      { by: admin, atHour: 40, probabilities: [] },
    ]);
    await anAnswer(db, question, { outcome: question.options[1]?.id ?? "yes", knownAtHour: 80 });
    await anAnswer(db, question, { outcome: question.options[0]?.id ?? "no", knownAtHour: 70 });
    await sealRecord(job(db));
  }
  text = await exported();
  latest = (await listSeals(job(db), {})).items[0]!.hash;
});
afterAll(() => database.close());

async function exported(): Promise<string> {
  const ctx = job(database.prisma);
  let all = "";
  for await (const part of recordText(ctx)) all += part;
  return all;
}
const verify = (changed: string, given: Parameters<typeof verifyExport>[1] = {}) =>
  verifyExport(Buffer.from(changed, "utf8"), given);

/** Puts a true end under changed lines, as somebody does who knows the format. */
function withEnd(lines: readonly string[]): string {
  const body = lines.map((line) => `${line}\n`).join("");
  const sha256 = createHash("sha256").update(body).digest("hex");
  return `${body}${JSON.stringify({ kind: "end", lines: lines.length, sha256 })}\n`;
}

/** Tamperings by somebody who writes the file's end, and what a line says of itself, anew. */
function forgery(lines: readonly string[], chance: () => number): string {
  const pick = (n: number) => Math.floor(chance() * n);
  const record = lines.findIndex((line) => line.startsWith('{"kind":"record"'));
  const [first, last] = [record + 1, lines.length - 1];
  const at = first + pick(last - first);
  const other = first + ((at - first + 1 + pick(last - first - 1)) % (last - first));
  const kept = lines.slice(0, -1);
  const line = JSON.parse(lines[at]!);
  const way = pick(4);
  if (way === 0) return withEnd(kept.toSpliced(at, 1));
  if (way === 1) return withEnd(kept.slice(0, at));
  if (way === 2) return withEnd(kept.with(at, lines[other]!).with(other, lines[at]!));
  if (line.kind === "seal") return withEnd(kept.with(at, JSON.stringify({ ...line, at: "2020-01-01T00:00:00.000Z" })));
  const value = { ...line.value, forged: pick(1000) };
  const hash = recordLeaf({ kind: line.of, id: line.id, value });
  return withEnd(kept.with(at, JSON.stringify({ ...line, value, hash })));
}

/** Tamperings by somebody, or a disk, that knows nothing of the format. */
function accident(lines: readonly string[], chance: () => number): string | Buffer {
  const pick = (n: number) => Math.floor(chance() * n);
  const whole = Buffer.from(`${lines.join("\n")}\n`);
  const at = pick(whole.length);
  const way = pick(5);
  if (way === 0) {
    whole.writeUInt8(whole.readUInt8(at) ^ (1 << pick(8)), at);
    return whole;
  }
  if (way === 1) return Buffer.concat([whole.subarray(0, at), whole.subarray(at + 1 + pick(40))]);
  if (way === 2) return whole.subarray(0, at);
  const [one, two] = [pick(lines.length), pick(lines.length - 1)];
  const other = two >= one ? two + 1 : two;
  if (way === 3) return `${lines.with(one, lines[other]!).with(other, lines[one]!).join("\n")}\n`;
  return `${lines.toSpliced(one, 0, lines[other]!).join("\n")}\n`;
}

describe("an export of the record", () => {
  test("verifies as it was written: every leaf, seal, audit row and score run", () => {
    const { fault, counts } = verify(text, { kept: latest });
    expect(fault).toBeNull();
    expect(counts.seals).toBe(3);
    expect(counts.scoreRuns).toBe(5);
    expect(counts.auditRows).toBeGreaterThan(5);
    expect(counts.leaves).toBeGreaterThan(30);
  });

  test("is a bundle too, which `score` and `import` read", () => {
    expect(readBundle(Buffer.from(text)).document.questions).toHaveLength(3);
  });

  test(`shows ${TAMPERINGS} random tamperings, every one: flips, cuts, swaps, insertions and forgeries`, () => {
    const chance = chanceFrom(20260208);
    const lines = text.trimEnd().split("\n");
    const missed: number[] = [];
    for (let i = 0; i < TAMPERINGS; i++) {
      const changed = i % 2 ? forgery(lines, chance) : accident(lines, chance);
      const bytes = Buffer.from(changed);
      if (bytes.equals(Buffer.from(text))) continue;
      if (verifyExport(bytes, { kept: latest }).fault === null) missed.push(i);
    }
    expect(missed).toEqual([]);
  });

  test("would not show forgeries if roots and their chain were not checked", () => {
    const { roots: _, ...others } = RECORD_CHECKS;
    const chance = chanceFrom(20260208);
    const lines = text.trimEnd().split("\n");
    const missed = Array.from({ length: 200 }, () => forgery(lines, chance)).filter(
      (changed) => verify(changed, { checks: Object.values(others) }).fault === null,
    );
    expect(missed.length).toBeGreaterThan(0);
  });

  test("that is cut at a seal and given a true end is whole by itself, and not by a seal that somebody kept", () => {
    const lines = text.trimEnd().split("\n");
    const seals = lines.flatMap((line, i) => (line.startsWith('{"kind":"seal"') ? [i] : []));
    const cut = lines.slice(0, seals[1]! + 1);
    const record = cut.findIndex((line) => line.startsWith('{"kind":"record"'));
    const head = JSON.parse(cut[record]!);
    const leaves = JSON.parse(cut.at(-1)!).untilIndex;
    const whole = withEnd(cut.with(record, JSON.stringify({ ...head, leaves, seals: 2 })));
    expect(verify(whole).fault).toBeNull();
    expect(verify(whole, { kept: latest }).fault).toMatchObject({ kind: "missing" });
  });

  test("names the first record that is altered, missing or re-ordered", () => {
    const lines = text.trimEnd().split("\n");
    const first = lines.findIndex((line) => line.startsWith('{"kind":"leaf"'));
    const kept = lines.slice(0, -1);
    const leaf = JSON.parse(lines[first + 4]!);
    const changed = kept.with(first + 4, JSON.stringify({ ...leaf, value: { ...leaf.value, forged: true } }));
    expect(verify(withEnd(changed)).fault).toMatchObject({ line: first + 5, kind: "altered" });
    expect(verify(withEnd(changed)).fault?.message).toContain("Leaf 4 (");
    expect(verify(withEnd(kept.toSpliced(first + 4, 1))).fault).toMatchObject({ line: first + 5, kind: "missing" });
    const swapped = kept.with(first + 4, lines[first + 6]!).with(first + 6, lines[first + 4]!);
    expect(verify(withEnd(swapped)).fault).toMatchObject({ line: first + 5, kind: "re-ordered" });
  });
});

describe("parley verify", () => {
  const run = async (content: string, ...given: string[]) => {
    const file = join(mkdtempSync(join(tmpdir(), "parley-record-")), "record.ndjson");
    writeFileSync(file, content);
    const { status, stdout, stderr } = spawnSync(process.execPath, ["server/cli/main.ts", "verify", file, ...given], {
      encoding: "utf8",
      env: { ...process.env, DATABASE_URL: "postgres://nobody@127.0.0.1:1/none" },
    });
    rmSync(dirname(file), { recursive: true });
    return { status, stdout, stderr };
  };

  test("needs no database, tells by its status whether the export holds, and names the first record that does not", async () => {
    expect(await run(text, "--seal", latest)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining("Verified."),
    });
    expect(await run(text, "--seal", "0".repeat(64))).toMatchObject({ status: 1, stdout: "" });
    const cut = await run(text.slice(0, text.length / 2));
    expect(cut.status).toBe(1);
    expect(cut.stderr).toMatch(/^Line \d+, (missing|altered): /);
  });

  test("checks the proof of one record, too", async () => {
    const { recordId } = await database.prisma.leaf.findFirstOrThrow({ where: { kind: "decision" } });
    const { proof } = await proofOfRecord(job(database.prisma), { kind: "decision", recordId });
    const file = JSON.stringify(proof);
    expect(await run(file, "--seal", proof!.seal.root)).toMatchObject({ status: 0 });
    expect(await run(file.replace('"approved"', '"rejected"'))).toMatchObject({ status: 1 });
    expect(await run(file, "--seal", "0".repeat(64))).toMatchObject({ status: 1 });
  });
});

describe("a database that somebody changed behind its triggers", () => {
  /** What a superuser can do, and what `verify` says of an export made afterwards. */
  const changes: [string, string, string][] = [
    ["an altered forecast", "UPDATE forecasts SET probabilities = '{0.99}' WHERE probabilities = '{0.71}'", "altered"],
    ["an altered score", "UPDATE scores SET peer = peer + 1e-9", "altered"],
    ["an altered audit row", "UPDATE audit_entries SET subject_id = 'x' WHERE sequence = 3", "altered"],
    [
      "two swapped audit rows",
      "UPDATE audit_entries a SET action = b.action FROM audit_entries b WHERE (a.sequence, b.sequence) IN ((1, 2), (2, 1))",
      "altered",
    ],
    [
      "a deleted tail of the audit log",
      "DELETE FROM audit_links WHERE position > 4; DELETE FROM audit_entries WHERE sequence NOT IN (SELECT sequence FROM audit_links)",
      "missing",
    ],
    ["a deleted withdrawal", "DELETE FROM withdrawals", "missing"],
    ["a deleted leaf", "DELETE FROM leaves WHERE index = 7", "missing"],
    ["a deleted seal", "DELETE FROM leaves WHERE seal_number = 3; DELETE FROM seals WHERE number = 3", "missing"],
    [
      "a source slipped in",
      "INSERT INTO event_actors SELECT id, 99, 'ABC', 'mediator' FROM event_revisions",
      "altered",
    ],
  ];

  /** An export made after the change, which is then taken back. */
  async function exportedAfter(sql: string): Promise<string> {
    let changed = "";
    const undone = database.prisma.$transaction(async (tx) => {
      await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
      for (const statement of sql.split("; ")) {
        expect(await tx.$executeRaw(Prisma.raw(statement)), statement).toBeGreaterThan(0);
      }
      for await (const part of recordTextOf(tx)) changed += part;
      throw new Error("taken back");
    });
    await expect(undone).rejects.toThrow("taken back");
    return changed;
  }

  test.each(changes)("shows %s", async (_, sql, kind) => {
    expect(verify(await exportedAfter(sql), { kept: latest }).fault).toMatchObject({ kind });
  });
});
