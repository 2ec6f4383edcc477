import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { eventTypeOf } from "#core/event/event-types.ts";
import { typeOfCameo } from "#core/event/import/cameo-types.ts";
import { gdeltRow } from "#core/event/import/gdelt-row.ts";
import { icewsRow } from "#core/event/import/icews-row.ts";
import { listedEvent } from "#core/event/import/listed-event.ts";
import { ploverRecord } from "#core/event/import/plover-record.ts";

const SAMPLES = "../shared/data/events";
const CODES = "../shared/data/codes/cameo_events.tsv";
if (!existsSync(SAMPLES)) console.warn(`SKIPPED: no samples of event data at ${SAMPLES}`);

/** A row of GDELT with the cells that are told, and the rest empty. */
function row(columns: number, cells: Readonly<Record<number, string>>): string[] {
  return Array.from({ length: columns }, (_, place) => cells[place] ?? "");
}
const told = { 0: "7", 1: "20200101", 5: "IRNGOV", 6: "IRANIAN", 15: "OMN", 16: "OMAN", 26: "042" };

describe("a GDELT row", () => {
  test("is read in its form of 61 columns and in that of 58", () => {
    const expected = {
      key: "gdelt:7",
      type: "CONSULT.visit",
      country: "OMN",
      placeName: "Muscat, Masqat, Oman",
      actors: [
        { code: "IRNGOV", role: "initiator", name: "Iranian" },
        { code: "OMN", role: "recipient", name: "Oman" },
      ],
    };
    const [place, url] = ["Muscat, Masqat, Oman", "https://www.example.org/a"];
    const second = gdeltRow(row(61, { ...told, 52: place, 53: "MU", 59: "20200101121500", 60: url }));
    expect(second).toMatchObject({
      event: {
        ...expected,
        sources: [{ url, publisher: "example.org", publishedAt: Date.UTC(2020, 0, 1, 12, 15) }],
      },
    });
    expect(gdeltRow(row(58, { ...told, 50: place, 51: "MU", 56: "20200102", 57: url }))).toMatchObject({
      event: expected,
    });
  });

  test("that lacks something is refused by the rule it breaks", () => {
    const whole = { ...told, 59: "20200101121500", 60: "https://example.org/a" };
    const reason = (cells: Record<number, string>, columns = 61) => {
      const reading = gdeltRow(row(columns, cells));
      return "fault" in reading ? reading.fault.rule : null;
    };
    expect(reason(whole)).toBeNull();
    expect(reason(whole, 60)).toBe("columns_must_be_known");
    expect(reason({ ...whole, 0: "x" })).toBe("id_must_be_given");
    expect(reason({ ...whole, 1: "20201340" })).toBe("date_must_be_readable");
    expect(reason({ ...whole, 26: "010" })).toBe("type_must_be_mapped");
    expect(reason({ ...whole, 60: "javascript:alert(1)" })).toBe("source_must_be_on_the_web");
  });
});

test("an ICEWS row names its actors by country and sector, and says nothing where it knows nothing", () => {
  const cells = {
    event_id: "9",
    event_date: "2018-06-01",
    cameo_code: "0411",
    source_country: "Iran",
    source_sectors: "Executive,Foreign Ministry,Government",
    source_name: "Foreign Affairs (Iran)",
    target_country: "Oman",
    target_sectors: "NA",
    city: "NA",
    country: "Oman",
    publisher: "A Wire",
    story_id: "5",
  };
  expect(icewsRow(cells)).toMatchObject({
    event: {
      key: "icews:9",
      type: "CONSULT.phone",
      placeName: null,
      country: "OMN",
      actors: [
        { code: "IRNGOV", role: "initiator" },
        { code: "OMN", role: "recipient" },
      ],
    },
  });
});

test("a PLOVER record is read under the types of today, whatever its own are called", () => {
  const record = { id: "x", date: "2000-01-01", event: "DISAPPROVE", source: [{ code: "HUN", sector: "GOV" }] };
  expect(ploverRecord(record)).toMatchObject({
    event: { type: "ACCUSE.disapprove", actors: [{ code: "HUNGOV", role: "initiator" }] },
  });
});

test("a row of Parley's own table states a day or an instant, and several actors with their roles", () => {
  const cells = { headline: "Talks", type: "CONSULT", date: "2026-02-06T09:30:00Z", url: "https://example.org/t" };
  expect(listedEvent({ ...cells, actors: "irn:initiator; OMN:mediator;USA" })).toMatchObject({
    event: {
      precision: "instant",
      occurredFrom: Date.UTC(2026, 1, 6, 9, 30),
      actors: [
        { code: "IRN", role: "initiator" },
        { code: "OMN", role: "mediator" },
        { code: "USA", role: "participant" },
      ],
    },
  });
  expect(listedEvent({ ...cells, url: "mail@example.org" })).toMatchObject({
    fault: { rule: "source_must_be_on_the_web" },
  });
});

describe.skipIf(!existsSync(SAMPLES))("real files", () => {
  test("GDELT: every row of a day is an event or has a reason, and the commonest reason is a statement or an appeal", () => {
    const text = gunzipSync(readFileSync(`${SAMPLES}/gdelt_2020-11-13_15.export.CSV.gz`)).toString("utf8");
    const readings = text
      .trimEnd()
      .split("\n")
      .map((line) => gdeltRow(line.split("\t")));
    const events = readings.flatMap((reading) => ("event" in reading ? [reading.event] : []));
    const reasons = readings.flatMap((reading) => ("fault" in reading ? [reading.fault] : []));
    expect(readings).toHaveLength(9354);
    expect(events.length + reasons.length).toBe(9354);
    expect(events.length).toBeGreaterThan(6000);
    expect(events.every(({ type }) => eventTypeOf(type))).toBe(true);
    const unmapped = reasons.filter(({ rule }) => rule === "type_must_be_mapped");
    expect(unmapped.every(({ text }) => /^0[12]/.test(text))).toBe(true);
  });

  test("CAMEO: our types are those of the published mapping for all but a few codes, which differ on purpose", () => {
    const rows = readFileSync(CODES, "utf8").trimEnd().split("\n").slice(1);
    const mapped = rows.map((line) => line.split("\t")).filter((cells) => cells[4]);
    const different = mapped.filter(([code = "", , , , plover]) => typeOfCameo(code)?.split(".")[0] !== plover);
    expect(mapped.length).toBeGreaterThan(250);
    // A formal agreement signed is an agreement, a conviction a sanction, an embargo a cut of exchange.
    expect(different.map(([code]) => code)).toEqual(expect.arrayContaining(["057", "116", "163"]));
    expect(different.length).toBeLessThan(12);
  });
});
