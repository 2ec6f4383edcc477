import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { canonicalJson } from "#core/canonical-json.ts";
import { CHAIN_START, chainHash } from "#core/seal/chain-hash.ts";
import type { Database } from "#db/client.ts";
import { listAudit } from "#services/audit/list-audit.ts";
import { writeAudit } from "#services/write-audit.ts";
import { aBatch, aQuestion } from "#tests/support/forecasting.ts";
import { job, someone } from "#tests/support/people.ts";
import { testDatabase } from "#tests/support/test-database.ts";

let database: Database;
let admin: Awaited<ReturnType<typeof someone>>;
beforeAll(async () => {
  database = await testDatabase();
  admin = await someone(database.prisma, "admin", "Ada");
});
afterAll(() => database.close());

const act = (ctx: Parameters<typeof writeAudit>[1], action: string, details = {}) =>
  database.prisma.$transaction((tx) =>
    writeAudit(tx, ctx, { action, subjectKind: "thing", subjectId: "one", details }),
  );

async function chain() {
  return database.prisma.auditLink.findMany({ orderBy: { position: "asc" }, include: { entry: true } });
}

describe("the audit log", () => {
  test("is a chain: each row's hash is of the hash before and the row's canonical JSON", async () => {
    await act(admin, "first-act", { clé: "Œuvre \u0001", small: 1.5e-7, large: 1e21, list: [0.1, -2, null, true] });
    await act(job(database.prisma, "sweep"), "second-act");
    await act(admin, "third-act", { nested: { b: 1, a: [] } });
    let previous = CHAIN_START;
    for (const [i, { position, hash, entry }] of (await chain()).entries()) {
      const { at, sequence, actorKind, actorId, action, subjectKind, subjectId, details } = entry;
      const value = {
        sequence: Number(sequence),
        at: at.toISOString(),
        ...{ actorKind, actorId, action, subjectKind, subjectId, details },
      };
      expect([Number(position), hash]).toEqual([i, chainHash(previous, value)]);
      previous = hash;
    }
  });

  test("has a row for an act that was committed, and none for one that was taken back", async () => {
    const before = (await chain()).length;
    const failed = database.prisma.$transaction(async (tx) => {
      await writeAudit(tx, admin, { action: "lost-act", subjectKind: "thing", subjectId: "one" });
      throw new Error("taken back");
    });
    await expect(failed).rejects.toThrow("taken back");
    await act(admin, "kept-act");
    const after = await chain();
    expect(after.length).toBe(before + 1);
    expect(after.at(-1)?.entry.action).toBe("kept-act");
  });

  test("is read by admins alone, by actor, action, subject and time, a page at a time", async () => {
    const moderator = await someone(database.prisma, "moderator");
    await expect(listAudit(moderator, {})).rejects.toMatchObject({ code: "actor_must_be_permitted" });
    const actions = async (input: Parameters<typeof listAudit>[1]) =>
      (await listAudit(admin, input)).items.map(({ action }) => action);
    expect(await actions({ actor: "ADA" })).toEqual(["kept-act", "third-act", "first-act"]);
    expect(await actions({ actor: "sweep" })).toEqual(["second-act"]);
    expect(await actions({ action: "third-act", subject: "thing" })).toEqual(["third-act"]);
    expect(await actions({ subject: "two" })).toEqual([]);
    expect(await actions({ until: new Date("2020-01-01") })).toEqual([]);
    expect(await actions({ from: new Date("2020-01-01") })).toHaveLength(4);
    const first = await listAudit(admin, { limit: 3 });
    expect(first.items).toHaveLength(3);
    const rest = await listAudit(admin, { limit: 3, cursor: first.nextCursor! });
    expect([rest.items.map(({ action }) => action), rest.nextCursor]).toEqual([["first-act"], null]);
    expect(first.actions).toEqual(["first-act", "kept-act", "second-act", "third-act"]);
  });
});

test("the database writes the same canonical JSON as core does", async () => {
  // Postgres holds neither NUL nor lone surrogates, and JSON.stringify makes 0 of −0.
  const text = fc.string({ unit: "grapheme" }).filter((s) => !s.includes("\u0000"));
  const number = fc.oneof(
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constantFrom(1e-7, 1e21),
  );
  const key = fc.string({ unit: "grapheme-ascii" });
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof({ maxDepth: 3 }, text, number, fc.boolean(), fc.constant(null), tie("list"), tie("object")),
    list: fc.array(tie("value"), { maxLength: 4 }),
    object: fc.dictionary(key, tie("value"), { maxKeys: 4 }),
  }));
  const samples = fc.sample(value, { numRuns: 400, seed: 7 }).map((sample) => JSON.parse(JSON.stringify(sample)));
  const rows = await database.prisma.$queryRaw<{ text: string }[]>`
    SELECT canonical_json(value) AS text FROM unnest(${samples.map((sample) => JSON.stringify(sample))}::text[]::jsonb[])
      WITH ORDINALITY AS sample(value, place) ORDER BY place`;
  expect(rows.map((row) => row.text)).toEqual(samples.map(canonicalJson));
});

describe("append-only tables", () => {
  const RECORD = [
    "forecasts",
    "event_revisions",
    "resolutions",
    "scores",
    "audit_entries",
    "audit_links",
    "leaves",
    "seals",
  ];

  test("refuse to be changed row by row and to be emptied as a whole, every one of them", async () => {
    const guarded = await database.run(`
      SELECT c.relname AS name, array_agg(t.tgname::text ORDER BY t.tgname) AS triggers FROM pg_trigger t
      JOIN pg_class c ON c.oid = t.tgrelid WHERE t.tgname LIKE 'append_only%' AND t.tgenabled <> 'D' GROUP BY c.relname`);
    expect(guarded.map(({ name }) => name)).toEqual(expect.arrayContaining(RECORD));
    expect(guarded.filter(({ triggers }) => (triggers as string[]).length !== 2)).toEqual([]);
    for (const { name } of guarded) {
      await expect(database.run(`TRUNCATE ${name} CASCADE`), String(name)).rejects.toThrow("append-only");
    }
  });

  test("refuse an UPDATE and a DELETE of a row that is there", async () => {
    const question = await aQuestion(database.prisma, admin);
    const data = { questionId: question.id, forecasterId: admin.actor.id, probabilities: [0.5] };
    await database.prisma.forecast.create({ data: { ...data, importBatchId: await aBatch(database.prisma) } });
    for (const table of ["forecasts", "import_batches", "audit_entries", "audit_links", "publications"]) {
      await expect(database.run(`DELETE FROM ${table}`), table).rejects.toThrow("append-only");
      const [column] = await database.run(`SELECT column_name AS name FROM information_schema.columns
        WHERE table_name = '${table}' ORDER BY ordinal_position LIMIT 1`);
      const same = `UPDATE ${table} SET "${column?.name}" = "${column?.name}"`;
      await expect(database.run(same), table).rejects.toThrow("append-only");
    }
  });
});
