import {
  ACTOR_ROLES,
  type ActorRole,
  EVENT_PRECISIONS,
  type EventPrecision,
  SOURCE_TIERS,
  type SourceTier,
} from "../event.ts";
import { eventTypeStanding } from "../event-types.ts";
import { daySpan } from "./day-span.ts";
import { faulty, type ImportedEvent, type RowReading } from "./imported-event.ts";

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

type Row = Readonly<Record<string, string | undefined>>;

/**
 * The event that a row of Parley's own table tells, or why it cannot be taken in. Needed: headline, type, date and url. A date is
 * a day (2026-02-06) or an instant in ISO 8601; actors are `CODE:role` parted by semicolons (`IRN:initiator;OMN:mediator`).
 *
 * @example
 * listedEvent({ headline: "Talks", type: "PARLEY", date: "2026-02-06" }); // => { fault: { reason: "type_must_be_mapped", message: "“PARLEY” is no type of event.", value: "PARLEY" } }
 */
export function listedEvent(row: Row): RowReading {
  const cell = (name: (typeof LISTED_COLUMNS)[number]) => (row[name] ?? "").trim();
  const [headline, type, url] = [cell("headline"), cell("type"), cell("url")];
  if (eventTypeStanding(type) === "unknown")
    return faulty("type_must_be_mapped", `“${type}” is no type of event.`, type);
  const span = spanOf(cell("date"), cell("until"), cell("precision"));
  if (!span) return faulty("date_must_be_readable", `“${cell("date")}” is no day and no instant.`);
  if (!/^https?:\/\//i.test(url)) return faulty("source_must_be_on_the_web", "The source has no web address.");
  const published = Date.parse(cell("published"));
  const magnitude = Number(cell("magnitude"));
  const event: ImportedEvent = {
    key: `listed:${cell("id") || [cell("date"), type, headline, url].join(" ")}`,
    headline,
    description: cell("description"),
    type,
    ...span,
    country: cell("country").toUpperCase() || null,
    placeName: cell("place") || null,
    actors: actorsOf(cell("actors")),
    tags: parts(cell("tags")),
    magnitude: cell("magnitude") === "" || Number.isNaN(magnitude) ? null : { value: magnitude, unit: cell("unit") },
    sources: [
      {
        url,
        publisher: cell("publisher") || (/^https?:\/\/(?:www\.)?([^/:]+)/i.exec(url)?.[1] ?? ""),
        title: cell("title") || headline,
        publishedAt: Number.isNaN(published) ? span.occurredUntil : published,
        tier: SOURCE_TIERS.find((tier): tier is SourceTier => tier === cell("tier")) ?? "press",
        quote: cell("quote") || null,
        language: cell("language") || "en",
      },
    ],
  };
  return { event };
}

const parts = (text: string) =>
  text
    .split(";")
    .map((part) => part.trim())
    .filter(Boolean);

function actorsOf(text: string): ImportedEvent["actors"] {
  return parts(text).map((part) => {
    const [code = "", stated = ""] = part.split(":").map((piece) => piece.trim());
    const role = ACTOR_ROLES.find((known): known is ActorRole => known === stated) ?? "participant";
    return { code: code.toUpperCase(), role };
  });
}

type Span = Pick<ImportedEvent, "occurredFrom" | "occurredUntil" | "precision">;

/** A whole day, or the minute that begins at an instant, unless an end is stated. */
function spanOf(date: string, until: string, stated: string): Span | null {
  const precision = EVENT_PRECISIONS.find((known): known is EventPrecision => known === stated);
  const day = daySpan(date);
  const from = day?.occurredFrom ?? Date.parse(date);
  if (Number.isNaN(from)) return null;
  const end = daySpan(until)?.occurredUntil ?? Date.parse(until);
  const occurredUntil = Number.isNaN(end) ? (day?.occurredUntil ?? from + 60_000) : end;
  return { occurredFrom: from, occurredUntil, precision: precision ?? (day ? "day" : "instant") };
}
