import { COUNTRY_NAMES } from "#core/event/country-names.ts";
import { ACTOR_ROLES, type ActorRole, SOURCE_TIERS, type SourceTier } from "#core/event/event.ts";
import { eventTypeLevel } from "#core/event/event-types.ts";
import { statedNumber } from "#core/stated-number.ts";
import { addressHost } from "./address-host.ts";
import { cutText } from "./cut-text.ts";
import type { ImportedEvent, ImportedSource } from "./imported-event.ts";
import { listedSpan, statedTime } from "./listed-span.ts";
import { quotable, type RowProblems, type RowReading, rowProblems } from "./row-problems.ts";

/** The columns of Parley's own table of events, in order; JSON records have the same names. */
export const LISTED_COLUMNS = [
  "id",
  "headline",
  "type",
  "date",
  "until",
  "precision",
  "country",
  "place",
  "actors",
  "tags",
  "magnitude",
  "unit",
  "url",
  "publisher",
  "title",
  "published",
  "tier",
  "quote",
  "language",
  "description",
] as const;
export type ListedColumn = (typeof LISTED_COLUMNS)[number];
export type ListedRow = Readonly<Partial<Record<ListedColumn, string>>>;
type Cell = (name: ListedColumn) => string;

const ACTOR_CODE = /^([A-Z]{3}){1,5}$/;
const COUNTRY_CODE = /^[A-Z]{3}$/;
const LANGUAGE = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
const MAX_PUBLISHER = 120;

/**
 * The event that a row of Parley's own table tells, or why it cannot be taken in. Needed: headline, type, date and url. A date is
 * a day (2026-02-06) or an instant with its zone; actors are `CODE:role` parted by semicolons or bars
 * (`IRN:initiator;OMN:mediator`), without a role a participant. Codes and words of a list are taken in any case. An empty cell
 * states nothing; a cell that cannot be taken as it is written is a fault.
 *
 * @example
 * listedEvent({ headline: "Talks", type: "PARLEY", date: "2026-02-06", url: "https://example.org" }); // => { fault: { rule: "type_must_be_mapped", column: "type", message: "“PARLEY” is no type of event.", text: "PARLEY" } }
 */
export function listedEvent(row: ListedRow): RowReading {
  const problems = rowProblems();
  const cell: Cell = (name) => (row[name] ?? "").trim();
  const [headline, type] = [cell("headline"), cell("type")];
  if (headline === "") problems.fault("headline_must_be_given", "headline", "", "The row has no headline.");
  if (eventTypeLevel(type) === "unknown") {
    problems.fault("type_must_be_mapped", "type", type, `“${quotable(type)}” is no type of event.`);
  }
  const written = { date: cell("date"), until: cell("until"), precision: cell("precision") };
  const span = listedSpan(written, problems);
  const stated = {
    country: countryOf(cell("country"), problems),
    actors: actorsOf(cell("actors"), problems),
    magnitude: magnitudeOf(cell, problems),
  };
  const source = sourceOf(cell, span?.occurredUntil ?? 0, problems);
  if (!span || !source) return problems.reading(null);
  const event: ImportedEvent = {
    key: `listed:${cell("id") || [written.date, type, headline, source.url].join(" ")}`,
    headline,
    description: cell("description"),
    type,
    ...span,
    ...stated,
    placeName: cell("place") || null,
    tags: [...new Set(parts(cell("tags")))],
    sources: [source],
  };
  return problems.reading(event);
}

/** What a cell lists: its parts between semicolons or bars. */
const parts = (text: string) =>
  text
    .split(/[;|]/)
    .map((part) => part.trim())
    .filter(Boolean);

function actorsOf(text: string, problems: RowProblems): ImportedEvent["actors"] {
  const seen = new Set<string>();
  return parts(text).flatMap((part) => {
    const [written = "", stated, ...more] = part.split(":").map((piece) => piece.trim());
    const code = written.toUpperCase();
    if (!ACTOR_CODE.test(code) || more.length > 0) {
      const message = `“${quotable(part)}” is no actor: a code of three letters, or several such, and a role: IRN:initiator.`;
      problems.fault("actor_must_be_readable", "actors", part, message);
      return [];
    }
    const role = stated === undefined ? "participant" : ACTOR_ROLES.find((known) => known === stated.toLowerCase());
    if (!role) {
      const message = `“${quotable(part)}” has no role that is known: ${ACTOR_ROLES.join(", ")}.`;
      problems.fault("word_must_be_of_its_list", "actors", part, message);
      return [];
    }
    if (seen.has(`${code} ${role}`)) {
      problems.fault("actors_must_be_distinct", "actors", part, `${code} is named twice as ${role}.`);
    }
    seen.add(`${code} ${role}`);
    return [{ code, role: role satisfies ActorRole }];
  });
}

function countryOf(text: string, problems: RowProblems): string | null {
  const code = text.toUpperCase();
  if (code === "") return null;
  if (!COUNTRY_CODE.test(code)) {
    const message = `“${quotable(text)}” is no country's code of three letters, such as OMN.`;
    problems.fault("word_must_be_of_its_list", "country", text, message);
  } else if (!COUNTRY_NAMES.has(code)) {
    problems.note(
      "country_is_not_known",
      "country",
      text,
      `${code} is no country that is known here; it is kept as it is.`,
    );
  }
  return code;
}

function magnitudeOf(cell: Cell, problems: RowProblems): ImportedEvent["magnitude"] {
  const [text, unit] = [cell("magnitude"), cell("unit")];
  if (text === "") {
    if (unit !== "")
      problems.fault("magnitude_must_have_a_unit", "unit", unit, `“${quotable(unit)}” has no magnitude.`);
    return null;
  }
  const value = statedNumber(text);
  if (value === null) {
    const message = `“${quotable(text)}” is no number that can be kept: digits, with a point for the fraction.`;
    problems.fault("number_must_be_readable", "magnitude", text, message);
    return null;
  }
  if (unit === "") problems.fault("magnitude_must_have_a_unit", "unit", text, `The magnitude ${text} has no unit.`);
  return { value, unit };
}

/** Where it was reported; what is not stated of it follows from the address, the headline and the time of the event. */
function sourceOf(cell: Cell, occurredUntil: number, problems: RowProblems): ImportedSource | null {
  const [url, tier, language] = [cell("url"), cell("tier"), cell("language")];
  const host = addressHost(url);
  if (!host) {
    const message = url === "" ? "The source has no web address." : `“${quotable(url)}” is no web address.`;
    problems.fault("source_must_be_on_the_web", "url", url, message);
  }
  const known = SOURCE_TIERS.find((word): word is SourceTier => word === (tier.toLowerCase() || "press"));
  if (!known) {
    const message = `“${quotable(tier)}” is no tier: ${SOURCE_TIERS.join(", ")}.`;
    problems.fault("word_must_be_of_its_list", "tier", tier, message);
  }
  if (language !== "" && !LANGUAGE.test(language)) {
    const message = `“${quotable(language)}” is no language tag, such as en, ar or fa.`;
    problems.fault("word_must_be_of_its_list", "language", language, message);
  }
  const published = cell("published");
  const publishedAt = published === "" ? occurredUntil : statedTime(published, "published", problems)?.at;
  if (!host || !known || publishedAt === undefined) return null;
  return {
    url,
    publisher: cell("publisher") || cutText(host, MAX_PUBLISHER),
    title: cell("title") || cell("headline"),
    publishedAt,
    tier: known,
    quote: cell("quote") || null,
    language: language || "en",
  };
}
