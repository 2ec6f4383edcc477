import type { ActorRole } from "#core/event/event.ts";
import { statedNumber } from "#core/stated-number.ts";
import { typeOfCameo } from "./cameo-types.ts";
import { countryOfName } from "./country-of-name.ts";
import { cutText } from "./cut-text.ts";
import { daySpan } from "./day-span.ts";
import type { ImportedEvent } from "./imported-event.ts";
import { importedHeadline } from "./imported-headline.ts";
import { quotable, type RowProblems, type RowReading, rowProblems } from "./row-problems.ts";

/** Where the ICEWS data lie: its rows name a story, and no address of their own. */
const DATASET = "https://doi.org/10.7910/DVN/28075";
/** What ICEWS calls the sectors that CAMEO has letters for; the first that fits is taken. */
const SECTORS: ReadonlyArray<readonly [name: string, code: string]> = [
  ["Military", "MIL"],
  ["Police", "COP"],
  ["Judicial", "JUD"],
  ["Legislative", "LEG"],
  ["Parties", "PTY"],
  ["Government", "GOV"],
  ["Dissident", "OPP"],
  ["Insurgents", "REB"],
  ["Rebel", "REB"],
  ["Media", "MED"],
  ["Business", "BUS"],
  ["Civilian", "CVL"],
  ["General Population", "CVL"],
];

/** The columns of the coded event data, in order, as they are named in the files that are published; spaces are underscores. */
export const ICEWS_COLUMNS = [
  "event_id",
  "event_date",
  "source_name",
  "source_sectors",
  "source_country",
  "event_text",
  "cameo_code",
  "intensity",
  "target_name",
  "target_sectors",
  "target_country",
  "story_id",
  "sentence_number",
  "publisher",
  "city",
  "district",
  "province",
  "country",
  "latitude",
  "longitude",
] as const;
type IcewsColumn = (typeof ICEWS_COLUMNS)[number];
export type IcewsRow = Readonly<Partial<Record<IcewsColumn, string>>>;
type Cell = (name: IcewsColumn) => string;

/** Numbers that are not kept; one that cannot be shows that the cells of the row are not where they belong. */
const NUMBERS = [
  ["intensity", 10],
  ["latitude", 90],
  ["longitude", 180],
] as const;
const MAX_NAME = 120;

/**
 * The event that a row of the ICEWS coded event data tells, by the names of its columns, or why it cannot be taken in.
 *
 * Source: Boschee et al. (2015), ICEWS Coded Event Data, doi 10.7910/DVN/28075.
 *
 * @example
 * icewsRow({ event_id: "7", event_date: "2018-06-01", cameo_code: "010" }); // => { fault: { rule: "type_must_be_mapped", column: "cameo_code", message: "CAMEO 010 has no PLOVER type.", text: "010" } }
 */
export function icewsRow(row: IcewsRow): RowReading {
  const problems = rowProblems();
  const cell: Cell = (name) => known(row[name]);
  const [id, date, code] = [cell("event_id"), cell("event_date"), cell("cameo_code")];
  if (id === "") problems.fault("id_must_be_given", "event_id", "", "The row has no event_id.");
  const span = daySpan(date);
  if (!span) {
    problems.fault("date_must_be_readable", "event_date", date, `“${quotable(date)}” is no date, as 2026-02-06 is.`);
  }
  const type = typeOfIcews(code, problems);
  checkNumbers(cell, problems);
  if (!span || !type) return problems.reading(null);
  const actors = actorsOf(cell, problems);
  const placeName = cut(cell("city") || cell("province"), cell("city") ? "city" : "province", problems) || null;
  const headline = importedHeadline({ type, actors, placeName });
  const event: ImportedEvent = {
    key: `icews:${id}`,
    headline,
    description: `${cell("source_name")} → ${cell("target_name")}: ${cell("event_text")}`,
    type,
    ...span,
    country: countryOf(cell, "country", "none is kept", problems),
    placeName,
    actors,
    tags: ["icews"],
    magnitude: null,
    sources: [
      {
        url: `${DATASET}#story-${encodeURIComponent((cell("story_id") || id).toWellFormed())}`,
        publisher: cut(cell("publisher"), "publisher", problems) || "ICEWS",
        title: headline,
        publishedAt: span.occurredUntil,
        tier: "press",
        quote: null,
        language: "en",
      },
    ],
  };
  return problems.reading(event);
}

/** ICEWS writes NA, or NULL, where it knows nothing. */
function known(cell: string | undefined): string {
  const text = (cell ?? "").trim();
  return text === "NA" || text === "NULL" ? "" : text;
}

/** Every code has three digits or four: one of two has lost its leading zero, and would be read as another. */
function typeOfIcews(code: string, problems: RowProblems): string | undefined {
  const type = code.length === 2 ? undefined : typeOfCameo(code);
  if (!type) {
    const why = /^\d\d$/.test(code) ? "is too short: has its leading zero been lost?" : "has no PLOVER type.";
    problems.fault("type_must_be_mapped", "cameo_code", code, `CAMEO ${quotable(code)} ${why}`);
  }
  return type;
}

function checkNumbers(cell: Cell, problems: RowProblems): void {
  for (const [column, most] of NUMBERS) {
    const text = cell(column);
    if (text === "" || Math.abs(statedNumber(text) ?? Number.POSITIVE_INFINITY) <= most) continue;
    const message = `“${quotable(text)}” is no number from −${most} to ${most}, nor NULL.`;
    problems.fault("number_must_be_readable", column, text, message);
  }
}

function cut(text: string, column: IcewsColumn, problems: RowProblems): string {
  if (text.length > MAX_NAME) {
    problems.note("text_is_cut", column, text, `The ${column} is cut to ${MAX_NAME} characters.`);
  }
  return cutText(text, MAX_NAME);
}

function countryOf(cell: Cell, column: IcewsColumn, otherwise: string, problems: RowProblems): string | null {
  const name = cell(column);
  const code = countryOfName(name);
  if (!code && name !== "") {
    const message = `“${quotable(name)}” is no country that is known here; ${otherwise}.`;
    problems.note("country_is_not_known", column, name, message);
  }
  return code;
}

function actorsOf(cell: Cell, problems: RowProblems): ImportedEvent["actors"] {
  const sides = [
    ["source", "initiator"],
    ["target", "recipient"],
  ] as const;
  const seen = new Set<string>();
  return sides.flatMap(([side, role]) => {
    const country = countryOf(cell, `${side}_country`, "the actor is left out", problems);
    if (!country) return [];
    const sectors = cell(`${side}_sectors`);
    const code = country + (SECTORS.find(([name]) => sectors.includes(name))?.[1] ?? "");
    if (seen.has(code)) {
      problems.note(
        "actor_is_named_once",
        `${side}_name`,
        cell(`${side}_name`),
        `${code} is on both sides, and is named once.`,
      );
      return [];
    }
    seen.add(code);
    return [{ code, role: role as ActorRole }];
  });
}
