import type { ActorRole } from "#core/event/event.ts";
import { statedNumber } from "#core/stated-number.ts";
import { addressHost } from "./address-host.ts";
import { typeOfCameo } from "./cameo-types.ts";
import { cutText } from "./cut-text.ts";
import { type DaySpan, daySpan } from "./day-span.ts";
import { countryOfFips } from "./fips-countries.ts";
import type { ImportedEvent } from "./imported-event.ts";
import { importedHeadline } from "./imported-headline.ts";
import { faulty, quotable, type RowProblems, type RowReading, rowProblems } from "./row-problems.ts";

/** Where the columns that we read lie. */
interface Columns {
  readonly placeName: number;
  readonly placeCountry: number;
  readonly latitude: number;
  readonly longitude: number;
  readonly addedAt: number;
  readonly sourceUrl: number | null;
}
const VERSION_1 = { placeName: 50, placeCountry: 51, latitude: 53, longitude: 54, addedAt: 56 };
const VERSION_2 = { placeName: 52, placeCountry: 53, latitude: 56, longitude: 57, addedAt: 59 };
/** By the number of cells: GDELT 2.0 has 61; 1.0 has 58, and 57 in the days before it named its sources. */
const COLUMNS: ReadonlyMap<number, Columns> = new Map([
  [61, { ...VERSION_2, sourceUrl: 60 }],
  [58, { ...VERSION_1, sourceUrl: 57 }],
  [57, { ...VERSION_1, sourceUrl: null }],
]);
/** Where the data lie, for rows that name no source of their own. */
const DATASET = "https://www.gdeltproject.org/data.html";
const ID = 0;
const DATE = 1;
const ACTORS = [
  { code: 5, name: 6, role: "initiator", column: "Actor1Code" },
  { code: 15, name: 16, role: "recipient", column: "Actor2Code" },
] as const;
const CAMEO = 26;
const CAMEO_ROOT = 28;
const MAX_PLACE = 120;
/** A code of three letters, or several such pieces. */
const ACTOR_CODE = /^([A-Z]{3}){1,5}$/;

/**
 * The event that a row of a GDELT export tells, or why it cannot be taken in. GDELT's own codings are left as they are: which
 * actor, where, and what are read by machine, so that a moderator looks at each before it enters a log.
 *
 * Source: the GDELT Event Database, data format codebooks 1.0 and 2.0.
 *
 * @example
 * gdeltRow(["1", "20200101"]); // => { fault: { rule: "columns_must_be_known", column: null, message: "A GDELT row has 61 cells, or 58, or 57; this one has 2.", text: "1\t20200101" } }
 */
export function gdeltRow(cells: readonly string[]): RowReading {
  const columns = COLUMNS.get(cells.length);
  if (!columns) {
    const message = `A GDELT row has 61 cells, or 58, or 57; this one has ${cells.length}.`;
    return faulty("columns_must_be_known", null, cells.join("\t"), message);
  }
  const problems = rowProblems();
  const cell = (place: number) => (cells[place] ?? "").trim();
  const [id, code] = [cell(ID), cell(CAMEO)];
  if (!/^\d{1,12}$/.test(id)) {
    problems.fault("id_must_be_given", "GLOBALEVENTID", id, `“${quotable(id)}” is no number of a row.`);
  }
  const span = dayOf(cell(DATE), "SQLDATE", problems);
  const type = typeOf(code, cell(CAMEO_ROOT), problems);
  const source = sourceOf(cell, columns, id, problems);
  checkCoordinates(cell, columns, problems);
  if (!span || !type || !source) return problems.reading(null);
  const actors = actorsOf(cell, problems);
  const placeName = placeOf(cell(columns.placeName), problems);
  const headline = importedHeadline({ type, actors, placeName });
  const event: ImportedEvent = {
    key: `gdelt:${id}`,
    headline,
    description: "",
    type,
    ...span,
    country: countryOf(cell(columns.placeCountry), problems),
    placeName,
    actors,
    tags: ["gdelt"],
    magnitude: null,
    sources: [{ ...source, title: headline, tier: "press", quote: null, language: "en" }],
  };
  return problems.reading(event);
}

function dayOf(text: string, column: string, problems: RowProblems): DaySpan | null {
  const span = /^\d{8}$/.test(text) ? daySpan(text) : null;
  if (!span) problems.fault("date_must_be_readable", column, text, `“${quotable(text)}” is no date, as 20260206 is.`);
  return span;
}

/** A code of two digits is a root code; another one has lost its leading zero, and would be read as another. */
function typeOf(code: string, root: string, problems: RowProblems): string | undefined {
  const isShort = /^\d\d$/.test(code) && code !== root;
  const type = isShort ? undefined : typeOfCameo(code);
  if (!type) {
    const why = isShort ? "is too short: has its leading zero been lost?" : "has no PLOVER type.";
    problems.fault("type_must_be_mapped", "EventCode", code, `CAMEO ${quotable(code)} ${why}`);
  }
  return type;
}

/** The page that tells of it, or the data set for rows of before it named its sources. */
function sourceOf(cell: (place: number) => string, columns: Columns, id: string, problems: RowProblems) {
  const url = columns.sourceUrl === null ? `${DATASET}#event-${id}` : cell(columns.sourceUrl);
  const publisher = columns.sourceUrl === null ? "GDELT" : addressHost(url);
  const publishedAt = addedAt(cell(columns.addedAt));
  if (!publisher) {
    problems.fault("source_must_be_on_the_web", "SOURCEURL", url, `“${quotable(url)}” is no web address.`);
  }
  if (publishedAt === null) {
    const text = cell(columns.addedAt);
    problems.fault("date_must_be_readable", "DATEADDED", text, `“${quotable(text)}” is no date, as 20260206101500 is.`);
  }
  return publisher && publishedAt !== null ? { url, publisher: cutText(publisher, MAX_PLACE), publishedAt } : null;
}

/** Coordinates are not kept; ones that cannot be show that the cells of the row are not where they belong. */
function checkCoordinates(cell: (place: number) => string, columns: Columns, problems: RowProblems): void {
  const axes = [
    ["ActionGeo_Lat", cell(columns.latitude), 90],
    ["ActionGeo_Long", cell(columns.longitude), 180],
  ] as const;
  for (const [column, text, most] of axes) {
    if (text === "" || Math.abs(statedNumber(text) ?? Number.POSITIVE_INFINITY) <= most) continue;
    const message = `“${quotable(text)}” is no number from −${most} to ${most}.`;
    problems.fault("number_must_be_readable", column, text, message);
  }
}

function actorsOf(cell: (place: number) => string, problems: RowProblems): ImportedEvent["actors"] {
  const seen = new Set<string>();
  return ACTORS.flatMap(({ code, name, role, column }) => {
    const known = cell(code).toUpperCase();
    if (known === "") return [];
    if (!ACTOR_CODE.test(known)) {
      problems.note("actor_is_not_known", column, known, `“${quotable(known)}” is no actor's code; it is left out.`);
      return [];
    }
    if (seen.has(known)) {
      problems.note("actor_is_named_once", column, known, `${known} is on both sides, and is named once.`);
      return [];
    }
    seen.add(known);
    const called = properName(cell(name));
    return [{ code: known, role: role as ActorRole, ...(called ? { name: called } : {}) }];
  });
}

function placeOf(text: string, problems: RowProblems): string | null {
  if (text.length > MAX_PLACE) {
    problems.note("text_is_cut", "ActionGeo_FullName", text, `The place is cut to ${MAX_PLACE} characters.`);
  }
  return cutText(text, MAX_PLACE) || null;
}

function countryOf(code: string, problems: RowProblems): string | null {
  const country = countryOfFips(code);
  if (!country && code !== "") {
    const message = `“${quotable(code)}” is no country that is known here; none is kept.`;
    problems.note("country_is_not_known", "ActionGeo_CountryCode", code, message);
  }
  return country;
}

/** GDELT writes names in capitals. */
function properName(name: string): string {
  return name.toLowerCase().replace(/(^|[\s-])\p{L}/gu, (letter) => letter.toUpperCase());
}

/** `20201113001500`, or a date alone. */
function addedAt(text: string): number | null {
  const [, day = "", hour = "00", minute = "00", second = "00"] =
    /^(\d{8})(?:(\d{2})(\d{2})(\d{2}))?$/.exec(text) ?? [];
  const span = daySpan(day);
  if (!span || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  return span.occurredFrom + ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000;
}
