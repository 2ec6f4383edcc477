import type { ActorRole } from "../event.ts";
import { typeOfCameo } from "./cameo-types.ts";
import { daySpan } from "./day-span.ts";
import { countryOfFips } from "./fips-countries.ts";
import { faulty, type ImportedEvent, type RowReading } from "./imported-event.ts";
import { importedHeadline } from "./imported-headline.ts";

/** Where the columns that we read lie. GDELT 2.0 has 61 columns; 1.0 has 58, and 57 before it named its sources. */
interface Columns {
  readonly placeName: number;
  readonly placeCountry: number;
  readonly addedAt: number;
  readonly sourceUrl: number;
}
const COLUMNS: Readonly<Record<number, Columns>> = {
  61: { placeName: 52, placeCountry: 53, addedAt: 59, sourceUrl: 60 },
  58: { placeName: 50, placeCountry: 51, addedAt: 56, sourceUrl: 57 },
};
const ID = 0;
const DATE = 1;
const ACTORS = [
  { code: 5, name: 6, role: "initiator" },
  { code: 15, name: 16, role: "recipient" },
] as const;
const CAMEO = 26;
/** A code of three letters, or several such pieces. */
const ACTOR_CODE = /^([A-Z]{3}){1,5}$/;

/**
 * The event that a row of a GDELT export tells, or why it cannot be taken in. GDELT's own codings are left as they are: which
 * actor, where, and what are read by machine, so that a moderator looks at each before it enters a log.
 *
 * Source: the GDELT Event Database, data format codebooks 1.0 and 2.0.
 *
 * @example
 * gdeltRow(["1", "20200101"]); // => { fault: { reason: "columns_must_be_known", message: "A GDELT row has 61 columns, or 58; this one has 2." } }
 */
export function gdeltRow(cells: readonly string[]): RowReading {
  const columns = COLUMNS[cells.length];
  if (!columns) {
    return faulty("columns_must_be_known", `A GDELT row has 61 columns, or 58; this one has ${cells.length}.`);
  }
  const cell = (place: number) => (cells[place] ?? "").trim();
  if (!/^\d{1,12}$/.test(cell(ID))) return faulty("id_must_be_given", "The row has no number of its own.");
  const span = daySpan(cell(DATE));
  if (!span) return faulty("date_must_be_readable", `“${cell(DATE)}” is no date.`);
  const type = typeOfCameo(cell(CAMEO));
  if (!type) return faulty("type_must_be_mapped", `CAMEO ${cell(CAMEO)} has no PLOVER type.`, cell(CAMEO));
  const publisher = hostOf(cell(columns.sourceUrl));
  if (!publisher) return faulty("source_must_be_on_the_web", "The source has no web address.");
  const actors = actorsOf(cell);
  const placeName = cell(columns.placeName).slice(0, 120) || null;
  const headline = importedHeadline({ type, actors, placeName });
  const event: ImportedEvent = {
    key: `gdelt:${cell(ID)}`,
    headline,
    description: "",
    type,
    ...span,
    country: countryOfFips(cell(columns.placeCountry)),
    placeName,
    actors,
    tags: ["gdelt"],
    magnitude: null,
    sources: [
      {
        url: cell(columns.sourceUrl),
        publisher,
        title: headline,
        publishedAt: addedAt(cell(columns.addedAt)) ?? span.occurredUntil,
        tier: "press",
        quote: null,
        language: "en",
      },
    ],
  };
  return { event };
}

function actorsOf(cell: (place: number) => string): ImportedEvent["actors"] {
  const seen = new Set<string>();
  return ACTORS.flatMap(({ code, name, role }) => {
    const known = cell(code).toUpperCase();
    if (!ACTOR_CODE.test(known) || seen.has(known)) return [];
    seen.add(known);
    const called = properName(cell(name));
    return [{ code: known, role: role as ActorRole, ...(called ? { name: called } : {}) }];
  });
}

/** GDELT writes names in capitals. */
function properName(name: string): string {
  return name.toLowerCase().replace(/(^|[\s-])\p{L}/gu, (letter) => letter.toUpperCase());
}

/** `20201113001500`, or a date alone. */
function addedAt(text: string): number | null {
  const [, day = "", hour = "00", minute = "00", second = "00"] = /^(\d{8})(\d{2})?(\d{2})?(\d{2})?$/.exec(text) ?? [];
  const span = daySpan(day);
  if (!span) return null;
  return span.occurredFrom + ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000;
}

/** The host of a web address, without "www."; null for any other address. */
function hostOf(url: string): string | null {
  return /^https?:\/\/(?:www\.)?([a-z0-9.-]+\.[a-z]{2,})(?:[:/?#]|$)/i.exec(url)?.[1]?.toLowerCase() ?? null;
}
