import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fileRows } from "#core/event/import/event-file.ts";
import { gdeltRow } from "#core/event/import/gdelt-row.ts";
import { icewsRow } from "#core/event/import/icews-row.ts";
import { type ListedColumn, listedEvent } from "#core/event/import/listed-event.ts";
import { ploverRecord } from "#core/event/import/plover-record.ts";
import type { RowReading } from "#core/event/import/row-problems.ts";
import { statedNumber } from "#core/stated-number.ts";

const faultOf = (reading: RowReading) => ("fault" in reading ? [reading.fault.column, reading.fault.rule] : null);
const notesOf = (reading: RowReading) =>
  "event" in reading ? reading.notes.map(({ column, rule }) => [column, rule]) : null;
const listed = (change: Partial<Record<ListedColumn, string>>) =>
  listedEvent({ headline: "Talks", type: "CONSULT", date: "2026-02-06", url: "https://example.org/t", ...change });

describe("a row of Parley's own table", () => {
  test("that cannot be taken as it is written is refused by its column and the rule it breaks", () => {
    const date = "2026-02-06T10:00:00Z";
    const cases: ReadonlyArray<readonly [Partial<Record<ListedColumn, string>>, ListedColumn, string]> = [
      [{ headline: "" }, "headline", "headline_must_be_given"],
      [{ type: "consult" }, "type", "type_must_be_mapped"],
      [{ date: "" }, "date", "date_must_be_readable"],
      [{ date: "6 February 2026" }, "date", "date_must_be_readable"],
      [{ date: "20260206" }, "date", "date_must_be_readable"],
      [{ date: "0999-12-31" }, "date", "date_must_be_readable"],
      [{ date: "3000-01-01" }, "date", "date_must_be_readable"],
      [{ date: "2026-02-06T24:00:00Z" }, "date", "date_must_be_readable"],
      [{ date: "2026-02-06T10:00:00" }, "date", "date_must_be_readable"],
      [{ until: "soon" }, "until", "date_must_be_readable"],
      [{ until: "2026-02-05" }, "until", "interval_must_be_in_order"],
      [{ date, until: date }, "until", "interval_must_be_in_order"],
      [{ date, until: "2026-02-07" }, "until", "interval_must_be_in_order"],
      [{ until: date }, "until", "interval_must_be_in_order"],
      [{ precision: "hour" }, "precision", "word_must_be_of_its_list"],
      [{ precision: "instant" }, "precision", "precision_must_fit_interval"],
      [{ precision: "month" }, "precision", "precision_must_fit_interval"],
      [{ date, precision: "day" }, "precision", "precision_must_fit_interval"],
      [{ country: "Oman" }, "country", "word_must_be_of_its_list"],
      [{ country: "OM" }, "country", "word_must_be_of_its_list"],
      [{ actors: "Iran:initiator" }, "actors", "actor_must_be_readable"],
      [{ actors: "IRN:initiator:now" }, "actors", "actor_must_be_readable"],
      [{ actors: ":initiator" }, "actors", "actor_must_be_readable"],
      [{ actors: "IRN:" }, "actors", "word_must_be_of_its_list"],
      [{ actors: "IRN;OMN|irn" }, "actors", "actors_must_be_distinct"],
      [{ magnitude: "NaN", unit: "t" }, "magnitude", "number_must_be_readable"],
      [{ magnitude: "0x1F", unit: "t" }, "magnitude", "number_must_be_readable"],
      [{ magnitude: "12" }, "unit", "magnitude_must_have_a_unit"],
      [{ unit: "t" }, "unit", "magnitude_must_have_a_unit"],
      [{ url: "ftp://example.org" }, "url", "source_must_be_on_the_web"],
      [{ url: "https://" }, "url", "source_must_be_on_the_web"],
      [{ tier: "newspaper" }, "tier", "word_must_be_of_its_list"],
      [{ language: "english" }, "language", "word_must_be_of_its_list"],
      [{ published: "yesterday" }, "published", "date_must_be_readable"],
    ];
    for (const [change, column, rule] of cases)
      expect(faultOf(listed(change)), JSON.stringify(change)).toEqual([column, rule]);
  });

  test("takes words of a list and codes in any case, days to their end, and a month from first to last", () => {
    const taken = listed({
      tier: "Agency",
      country: "omn",
      actors: "irn:Initiator | OMN",
      magnitude: "-1.5e3",
      unit: "t",
    });
    expect(taken).toMatchObject({
      event: {
        country: "OMN",
        actors: [
          { code: "IRN", role: "initiator" },
          { code: "OMN", role: "participant" },
        ],
        magnitude: { value: -1500, unit: "t" },
        sources: [{ tier: "agency", publisher: "example.org" }],
      },
      notes: [],
    });
    const month = listed({ date: "2026-02-01", until: "2026-02-28", precision: "Month" });
    expect(month).toMatchObject({ event: { precision: "month", occurredUntil: Date.UTC(2026, 2, 1) } });
    const muscat = { date: "2026-02-06T00:00+04:00", until: "2026-02-07T00:00+04:00", precision: "day" };
    expect(listed(muscat)).toMatchObject({ event: { precision: "day", occurredFrom: Date.UTC(2026, 1, 5, 20) } });
    expect(notesOf(listed({ country: "ZZZ" }))).toEqual([["country", "country_is_not_known"]]);
  });

  test("tells all that is wrong with it in one fault", () => {
    const reading = listed({ type: "x", date: "x", tier: "x" });
    expect("fault" in reading && reading.fault.message).toMatch(/no type of event\. date: “x” is no day.* tier: “x”/);
    const many = listed({ actors: "x;".repeat(50_000) });
    expect("fault" in many ? many.fault.message.length : 0).toBeLessThan(1_000);
  });

  test("states a number in digits, as JavaScript reads it or not at all", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(statedNumber(String(value))).toBe(Object.is(value, -0) ? 0 : value);
      }),
    );
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("1", "0", ".", ",", "e", "-", "+", " ", "_", "x", "٣") }),
        (text) => {
          const value = statedNumber(text);
          if (value !== null) expect(Number(text) + 0).toBe(value);
          if (/[,_ x٣]/.test(text)) expect(value).toBeNull();
        },
      ),
    );
  });
});

describe("a row of GDELT", () => {
  const cellsOf = (length: number, cells: Readonly<Record<number, string>>) =>
    Array.from({ length }, (_, place) => cells[place] ?? "");
  const told = {
    0: "7",
    1: "20200101",
    5: "IRN",
    15: "OMN",
    26: "042",
    59: "20200101121500",
    60: "https://example.org/a",
  };

  test("of the days before it named its sources cites the data set", () => {
    const { 59: _, 60: __, ...early } = told;
    expect(gdeltRow(cellsOf(57, { ...early, 56: "20130328" }))).toMatchObject({
      event: {
        key: "gdelt:7",
        sources: [{ url: "https://www.gdeltproject.org/data.html#event-7", publisher: "GDELT" }],
      },
      notes: [],
    });
  });

  test("is refused by the column that cannot be read, and noted where a code is not known", () => {
    const fault = (change: Record<number, string>) => faultOf(gdeltRow(cellsOf(61, { ...told, ...change })));
    expect(fault({})).toBeNull();
    expect(fault({ 1: "20210229" })).toEqual(["SQLDATE", "date_must_be_readable"]);
    expect(fault({ 1: "2021-02-28" })).toEqual(["SQLDATE", "date_must_be_readable"]);
    expect(fault({ 59: "20200101250000" })).toEqual(["DATEADDED", "date_must_be_readable"]);
    expect(fault({ 59: "" })).toEqual(["DATEADDED", "date_must_be_readable"]);
    expect(fault({ 26: "42" })).toEqual(["EventCode", "type_must_be_mapped"]);
    expect([fault({ 26: "20", 28: "2" }), fault({ 26: "20", 28: "20" })]).toEqual([
      ["EventCode", "type_must_be_mapped"],
      null,
    ]);
    expect(fault({ 56: "123.4" })).toEqual(["ActionGeo_Lat", "number_must_be_readable"]);
    const notes = (change: Record<number, string>) => notesOf(gdeltRow(cellsOf(61, { ...told, ...change })));
    expect(notes({ 53: "QQ" })).toEqual([["ActionGeo_CountryCode", "country_is_not_known"]]);
    expect(notes({ 5: "IR" })).toEqual([["Actor1Code", "actor_is_not_known"]]);
    expect(notes({ 15: "IRN" })).toEqual([["Actor2Code", "actor_is_named_once"]]);
    expect(notes({ 52: `${"x".repeat(119)}🕊` })).toEqual([["ActionGeo_FullName", "text_is_cut"]]);
  });

  test("is not the line of names that some write above", () => {
    const text = `GLOBALEVENTID\tSQLDATE\n${cellsOf(61, told).join("\t")}\n`;
    const rows = [...fileRows({ format: "gdelt", header: "", text, fromLine: 1, fromRecord: 1 })];
    expect(rows.map(({ line }) => line)).toEqual([2]);
  });
});

test("a row of ICEWS is refused by the cell that cannot be read, and notes countries that are not known", () => {
  const row = {
    event_id: "9",
    event_date: "2018-06-01",
    cameo_code: "042",
    source_country: "Iran",
    target_country: "Oman",
  };
  expect(faultOf(icewsRow({ ...row, latitude: "NULL", longitude: "NA", intensity: "-2" }))).toBeNull();
  expect(faultOf(icewsRow({ ...row, latitude: "Muscat" }))).toEqual(["latitude", "number_must_be_readable"]);
  expect(faultOf(icewsRow({ ...row, longitude: "181" }))).toEqual(["longitude", "number_must_be_readable"]);
  expect(faultOf(icewsRow({ ...row, event_date: "06/01/2018" }))).toEqual(["event_date", "date_must_be_readable"]);
  expect(faultOf(icewsRow({ ...row, event_date: "NULL" }))).toEqual(["event_date", "date_must_be_readable"]);
  expect(faultOf(icewsRow({ ...row, cameo_code: "17" }))).toEqual(["cameo_code", "type_must_be_mapped"]);
  expect(notesOf(icewsRow({ ...row, source_country: "Atlantis" }))).toEqual([
    ["source_country", "country_is_not_known"],
  ]);
});

test("a PLOVER record notes what is not kept of it", () => {
  const record = { id: "x", date: "2000-01-01", event: "CONSULT", source: [{ code: "IRN" }] };
  expect(notesOf(ploverRecord(record))).toEqual([]);
  expect(faultOf(ploverRecord({ ...record, date: "2000-01-01 noon" }))).toEqual(["date", "date_must_be_readable"]);
  expect(faultOf(ploverRecord({ ...record, url: "mail@example.org" }))).toEqual(["url", "source_must_be_on_the_web"]);
  expect(faultOf(ploverRecord({ ...record, id: " " }))).toEqual(["id", "id_must_be_given"]);
  expect(notesOf(ploverRecord({ ...record, mode: "by phone" }))).toEqual([["mode", "mode_is_not_kept"]]);
  expect(notesOf(ploverRecord({ ...record, language: "English" }))).toEqual([["language", "language_is_not_known"]]);
  expect(notesOf(ploverRecord({ ...record, source: [{ code: "Iran" }] }))).toEqual([["source", "actor_is_not_known"]]);
  expect(notesOf(ploverRecord({ ...record, text: "x".repeat(5001) }))).toEqual([["text", "text_is_cut"]]);
});
