import { readFileSync } from "node:fs";
import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import superjson from "superjson";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RowCounts } from "#core/event/import/added-reports.ts";
import type { EventFormat } from "#core/event/import/event-file.ts";
import type { Database } from "#db/client.ts";
import { bringInEvents } from "#server/files/bring-in-events.ts";
import { textOfFile } from "#server/files/text-of-file.ts";
import { importEvents, listInbox } from "#tests/support/as-requested.ts";
import { times } from "#tests/support/chance.ts";
import { someone } from "#tests/support/people.ts";
import { someTopic } from "#tests/support/questions.ts";
import { testDatabase } from "#tests/support/test-database.ts";

const FILES = "tests/services/inbox/files";

let database: Database;
let moderator: Awaited<ReturnType<typeof someone>>;
let run = 0;
beforeAll(async () => {
  database = await testDatabase();
  moderator = await someone(database.prisma, "moderator");
});
afterAll(() => database.close());

/** Brings bytes in as the command line and the browser do. */
async function bring(format: EventFormat, bytes: Uint8Array, topicId?: string) {
  const topic = topicId ?? (await someTopic(moderator));
  const runKey = `${++run}`.padStart(16, "0");
  const send = (part: object) =>
    importEvents(moderator, {
      topicId: topic,
      fileName: "f",
      run: runKey,
      ...(part as { text: string; format: EventFormat }),
    });
  const brought = await bringInEvents(format, textOfFile(bytes).text, { send, advance() {} });
  const { rows, added, known, repeated, leftOut, faults } = brought.report;
  expect(added + known + repeated + leftOut).toBe(rows);
  expect(faults.length).toBe(Math.min(leftOut, 50));
  return { ...brought, topicId: topic };
}
const file = (name: string) => readFileSync(`${FILES}/${name}`);
const counts = ({ rows, added, known, repeated, leftOut }: RowCounts) => [rows, added, known, repeated, leftOut];
const places = ({ faults }: RowCounts) => faults.map(({ line, column, rule }) => [line, column, rule]);

describe("a file of events", () => {
  test("of ICEWS is read with its columns as they are published, and with quotes that mean nothing", async () => {
    const published = await bring("icews", file("icews-published-header.tab"));
    expect(counts(published.report)).toEqual([1, 1, 0, 0, 0]);
    expect(counts((await bring("icews", file("icews-quote.tab"))).report)).toEqual([6, 6, 0, 0, 0]);
  });

  test("of GDELT is read as it is published, the one file in a zip; rows of other lengths are faults by line", async () => {
    const { report } = await bring("gdelt", file("gdelt.export.CSV.zip"));
    expect(report.rows).toBe(16);
    expect(places(report)).toEqual(
      expect.arrayContaining([
        [7, "SOURCEURL", "source_must_be_on_the_web"],
        [8, "SQLDATE", "date_must_be_readable"],
        [10, "EventCode", "type_must_be_mapped"],
        [12, null, "columns_must_be_known"],
        [13, null, "columns_must_be_known"],
      ]),
    );
  });

  test("whose dates depend on who reads them, or that no calendar has, is refused row by row", async () => {
    const { report } = await bring("csv", file("dates.csv"));
    expect(places(report)).toEqual([2, 3, 4, 5].map((line) => [line, "date", "date_must_be_readable"]));
  });

  test("whose cells cannot be taken as they are written is refused row by row, with the words", async () => {
    const { report } = await bring("csv", file("cells.csv"));
    expect(report.faults.map(({ line, column, rule, text }) => [line, column, rule, text])).toEqual([
      [2, "magnitude", "number_must_be_readable", "1,234.5"],
      [3, "until", "date_must_be_readable", "2026-13-45"],
      [4, "actors", "word_must_be_of_its_list", "OMN:mediater"],
    ]);
  });

  test("with a record of another kind takes in the records around it", async () => {
    const { report } = await bring("plover", file("plover-null.json"));
    expect(counts(report)).toEqual([3, 2, 0, 0, 1]);
    expect(report.faults).toMatchObject([
      { record: 2, line: 1, column: "target", rule: "member_must_be_of_its_kind", text: "null" },
    ]);
  });

  test("of JSON says of a record that is none, or of a number that cannot be kept, what is written there", async () => {
    const record = (change: string) =>
      `{"id": "1", "headline": "A", "type": "AID", "date": "2026-02-06", "url": "https://example.org/1"${change}}`;
    const records = [
      record(', "magnitude": NaN'),
      record(', "magnitude": 1e999, "unit": "t"'),
      record("").replace('"1"', "12345678901234567890"),
      record(', "type": "AID"'),
      record(', "actors": ["IRN:initiator", "OMN"], "magnitude": 1e3, "unit": "t"'),
      '{"id": 7, "headline": null, "deep": [[[[]]]]}',
    ];
    const { report } = await bring("json", Buffer.from(`[${records.join(",\n")}]`));
    expect(counts(report)).toEqual([6, 1, 0, 0, 5]);
    expect(report.faults.map(({ record: number, line, rule, text }) => [number, line, rule, text])).toMatchObject([
      [1, 1, "record_must_be_json", expect.stringContaining("{")],
      [2, 2, "member_must_be_of_its_kind", "1e999"],
      [3, 3, "member_must_be_of_its_kind", "12345678901234567890"],
      [4, 4, "member_must_be_of_its_kind", expect.stringContaining("{")],
      [6, 6, "headline_must_be_given", ""],
    ]);
  });

  test("with a mark, with semicolons and CRLF, or with a quote that never closes loses no other row", async () => {
    expect(counts((await bring("json", file("events-bom.json"))).report)).toEqual([1, 1, 0, 0, 0]);
    const semicolons = await bring("csv", file("semicolons.csv"));
    expect(counts(semicolons.report)).toEqual([1, 1, 0, 0, 0]);
    expect((await listInbox(moderator, { topicId: semicolons.topicId })).items[0]?.actors).toEqual(["IRN", "OMN"]);
    const unclosed = await bring("csv", file("unclosed-quote.csv"));
    expect(counts(unclosed.report)).toEqual([4, 3, 0, 0, 1]);
    expect(places(unclosed.report)).toEqual([[3, null, "quote_must_be_closed"]]);
  });

  test("that is not UTF-8 is refused whole, by the line", async () => {
    await expect(bring("csv", file("latin1.csv"))).rejects.toMatchObject({
      code: "file_must_be_utf8",
      values: { encoding: "UTF-8", line: 2 },
    });
  });

  test("keeps quoted texts without their quotes, and tells faults by their true lines where lines end with CRLF", async () => {
    const table = [
      "headline,type,date,url,description",
      'A,CONSULT,2026-02-06,https://example.org/a,"first, then second"',
      'B,PARLEY,2026-02-06,https://example.org/b,"over\r\ntwo lines"',
      "C,CONSULT,06.02.2026,https://example.org/c,",
      "",
    ].join("\r\n");
    const { report, topicId } = await bring("csv", Buffer.from(table));
    expect(places(report)).toEqual([
      [3, "type", "type_must_be_mapped"],
      [5, "date", "date_must_be_readable"],
    ]);
    expect((await listInbox(moderator, { topicId })).items[0]?.description).toBe("first, then second");
  });

  test("that is of another form, or empty, is told so", async () => {
    const { formFault, report } = await bring("gdelt", file("dates.csv"));
    expect(formFault?.code).toBe("file_must_be_of_its_form");
    expect(report.leftOut).toBe(5);
    const refused = {
      code: "columns_must_be_named",
      values: { missing: expect.arrayContaining(["event_id", "event_date", "cameo_code"]) },
    };
    await expect(bring("icews", file("dates.csv"))).rejects.toMatchObject(refused);
    const twice = Buffer.from("headline,type,date,url,Type\nA,AID,2026-02-06,https://example.org,AID");
    await expect(bring("csv", twice)).rejects.toMatchObject({ values: { reason: "twice", column: "type" } });
    await expect(bring("csv", Buffer.alloc(0))).rejects.toMatchObject({ code: "file_must_hold_rows" });
    await expect(bring("json", Buffer.from('[{"type": "AID"}'))).rejects.toMatchObject({
      values: { reason: "array_never_ends" },
    });
  });
});

describe("the account of a file", () => {
  const HEADER = "id,headline,type,date,url,mood";
  const row = (id: number, type = "AID") => `${id},Aid ${id},${type},2026-02-06,https://example.org/${id},calm`;

  test("tells rows that are known from rows that are repeated in it, across its parts, and notes what is not read", async () => {
    const lines = [HEADER, ...Array.from({ length: 2100 }, (_, id) => row(id)), row(3), row(2090)];
    const first = await bring("csv", Buffer.from(lines.join("\n")));
    expect(counts(first.report)).toEqual([2102, 2100, 0, 2, 0]);
    expect(first.report.notes).toMatchObject([{ line: 1, column: "mood", rule: "column_is_not_read" }]);
    const again = await bring("csv", Buffer.from([HEADER, row(1), row(5000), row(5000)].join("\n")), first.topicId);
    expect(counts(again.report)).toEqual([3, 1, 1, 1, 0]);
  });

  test("notes a row that says something else than the one of its name that came before, in the file or earlier", async () => {
    const changed = row(1).replace("Aid 1", "Other aid");
    const { report, topicId } = await bring("csv", Buffer.from([HEADER, row(1), changed, row(2)].join("\n")));
    expect(counts(report)).toEqual([3, 2, 0, 1, 0]);
    const noted = ({ notes }: RowCounts) =>
      notes.flatMap(({ line, rule }) => (rule === "row_was_otherwise" ? [line] : []));
    expect(noted(report)).toEqual([3]);
    const again = await bring("csv", Buffer.from([HEADER, row(2), changed].join("\n")), topicId);
    expect([counts(again.report), noted(again.report)]).toEqual([[2, 0, 2, 0, 0], [3]]);
  });

  test("takes the rows that were left out as a file, which once mended brings in the rest alone", async () => {
    const table = [
      HEADER,
      row(1),
      row(2, "PARLEY"),
      "3,too few",
      '4,"never closed,AID,2026-02-06,https://example.org/4,x',
      row(5),
    ];
    const { leftOut, topicId, report } = await bring("csv", Buffer.from(table.join("\r\n")));
    expect(counts(report)).toEqual([5, 2, 0, 0, 3]);
    const lines = (leftOut ?? "").split("\r\n");
    expect(lines[0]).toBe(`${HEADER},fault`);
    expect(lines[1]).toBe(`${row(2, "PARLEY")},type: “PARLEY” is no type of event.`);
    const unmended = await bring("csv", Buffer.from(leftOut ?? ""), topicId);
    expect(counts(unmended.report)).toEqual([3, 0, 0, 0, 3]);
    expect(unmended.leftOut).toBe(leftOut);
    const mended = (leftOut ?? "")
      .replace("PARLEY", "AID")
      .replace("3,too few", "3,no longer,AID,2026-02-06,https://example.org/3,x")
      .replace("never closed,", 'never closed",');
    expect(counts((await bring("csv", Buffer.from(mended), topicId)).report)).toEqual([3, 3, 0, 0, 0]);
  });

  test("adds up for tables of any form with spoiled rows, each named by its line", async () => {
    const topicId = await someTopic(moderator);
    const spoils = ["type", "date", "number", "short", "long", "quote", null, null] as const;
    const form = fc.record({
      delimiter: fc.constantFrom(",", ";", "|", "\t"),
      lineEnd: fc.constantFrom("\n", "\r\n", "\r"),
      isMarked: fc.boolean(),
      seed: fc.nat(),
      rows: fc.array(fc.constantFrom(...spoils), { minLength: 1, maxLength: 12 }),
    });
    const names = ["id", "headline", "type", "date", "url", "magnitude", "unit"];
    await fc.assert(
      fc.asyncProperty(form, async ({ delimiter, lineEnd, isMarked, seed, rows }) => {
        const spoiled = rows.map((spoil) => (spoil === "quote" && delimiter === "\t" ? null : spoil));
        const lines = spoiled.map((spoil, index) => {
          const cells = [
            `${seed}-${index}`,
            "Aid; sent",
            "AID",
            "2026-02-06",
            `https://example.org/${seed}/${index}`,
            "1.5",
            "t",
          ];
          if (spoil === "type") cells[2] = "constructor";
          if (spoil === "date") cells[3] = "02/06/2026";
          if (spoil === "number") cells[5] = "1e999";
          if (spoil === "short") cells.pop();
          if (spoil === "long") cells.push("more");
          const text = stringify([cells], { delimiter, eof: false, quote: delimiter === "\t" ? "" : '"' });
          return spoil === "quote" ? text.replace(/Aid|"Aid/, '"Aid').replace('sent"', "sent") : text;
        });
        const text = [names.join(delimiter), ...lines].join(lineEnd);
        const { report } = await bring("csv", Buffer.from(`${isMarked ? "\ufeff" : ""}${text}`), topicId);
        expect(report.rows).toBe(rows.length);
        const expected = spoiled.flatMap((spoil, index) => (spoil === null ? [] : [index + 2]));
        expect(report.faults.map(({ line }) => line)).toEqual(expected);
      }),
      { numRuns: times(40) },
    );
  });
});

describe("words of others", () => {
  const names = ["constructor", "__proto__", "toString", "hasOwnProperty", "valueOf"];
  const record = (change: object) => ({
    id: "1",
    headline: "Aid",
    type: "AID",
    date: "2026-02-06",
    url: "https://example.org/1",
    ...change,
  });
  const json = (records: readonly object[]) => Buffer.from(JSON.stringify(records));

  test("are ordinary words wherever a file has them: types, columns, members, codes, actors and ids", async () => {
    const types = await bring("json", json(names.map((type) => record({ type }))));
    expect(types.report.unmapped).toEqual(names.map((name) => ({ name, count: 1 })));
    // As the API sends it: in an object, such names would be refused.
    expect(superjson.parse(superjson.stringify(types.report))).toEqual(types.report);
    const plover = names.map((event) => ({ id: event, date: "2026-02-06", event, mode: event }));
    expect((await bring("plover", json(plover))).report.unmapped).toEqual(names.map((name) => ({ name, count: 1 })));
    const ids = await bring("json", json(names.map((id) => record({ id, tags: "", place: id }))));
    expect(counts(ids.report)).toEqual([5, 5, 0, 0, 0]);
    const members = await bring(
      "json",
      Buffer.from(`[{"__proto__": {"type": "x"}, ${JSON.stringify(record({})).slice(1)}]`),
    );
    expect(members.report.notes.map(({ text }) => text)).toEqual(["__proto__"]);
    const columns = `${names.join(",")},headline,type,date,url\n,,,,,Aid,AID,2026-02-06,https://example.org/2`;
    const table = await bring("csv", Buffer.from(columns));
    expect(table.report.notes.map(({ column }) => column)).toEqual(names);
    for (const column of ["country", "tier", "precision", "language", "actors", "published"]) {
      const { report } = await bring("json", json(names.map((word) => record({ [column]: word }))));
      expect(report.faults.map((fault) => fault.column)).toEqual(names.map(() => column));
    }
  });

  test("that no database can keep are faults of their own row", async () => {
    const records = ["a\u0000b", "half \ud83d of one", "x".repeat(9000)].map((id) =>
      record({ id, headline: id.slice(0, 5) }),
    );
    const { report } = await bring("json", Buffer.from(JSON.stringify([...records, record({})])));
    expect(counts(report)).toEqual([4, 2, 0, 0, 2]);
    expect(report.faults.map(({ record: number }) => number)).toEqual([1, 2]);
  });
});
