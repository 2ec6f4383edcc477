import type { EventFormat } from "#core/event/import/event-file.ts";
import type { ImportedEvent } from "#core/event/import/imported-event.ts";
import { faulty, type RowFault } from "#core/event/import/row-problems.ts";
import { eventStatement } from "#services/event/input.ts";
import { safeText } from "#services/safe-text.ts";
import { statementOf } from "./sound-row.ts";

/** A key is kept by its hash where it is long: this only keeps out what cannot be stored. */
const statement = eventStatement.extend({ key: safeText({ max: 600_000 }) });

/** What the log itself would refuse in an event; null when it would take it. */
export function unsoundness(format: EventFormat, event: ImportedEvent): RowFault | null {
  const { error } = statement.safeParse({ ...statementOf(event), key: event.key });
  const [first] = error?.issues ?? [];
  if (!first) return null;
  const path = first.path.filter((step) => typeof step === "string").join(".");
  const column = COLUMNS[format].get(path) ?? path;
  const messages = error?.issues.map(({ message }) => message) ?? [];
  const words = [...new Set(messages)].slice(0, 3).join(" ");
  return faulty("event_must_be_sound", column, textAt(event, first.path), words).fault;
}

/** Which column, or member, of a file states what the log calls otherwise. */
const COLUMNS: Readonly<Record<EventFormat, ReadonlyMap<string, string>>> = {
  gdelt: new Map([
    ["key", "GLOBALEVENTID"],
    ["occurredFrom", "SQLDATE"],
    ["occurredUntil", "SQLDATE"],
    ["placeName", "ActionGeo_FullName"],
    ["actors.name", "Actor1Name, Actor2Name"],
    ["sources.url", "SOURCEURL"],
    ["sources.publisher", "SOURCEURL"],
    ["sources.publishedAt", "DATEADDED"],
  ]),
  icews: new Map([
    ["key", "event_id"],
    ["occurredFrom", "event_date"],
    ["occurredUntil", "event_date"],
    ["description", "source_name, target_name, event_text"],
    ["placeName", "city, province"],
    ["sources.url", "story_id"],
    ["sources.publisher", "publisher"],
  ]),
  plover: new Map([
    ["key", "id"],
    ["occurredFrom", "date"],
    ["occurredUntil", "date"],
    ["description", "text"],
    ["actors", "source, target"],
    ["actors.name", "actorText"],
    ["sources.url", "url"],
    ["sources.publisher", "publication"],
    ["sources.quote", "text"],
    ["sources.language", "language"],
  ]),
  csv: listed(),
  json: listed(),
};

function listed(): ReadonlyMap<string, string> {
  return new Map([
    ["key", "id"],
    ["occurredFrom", "date"],
    ["occurredUntil", "until"],
    ["placeName", "place"],
    ["magnitude.value", "magnitude"],
    ["magnitude.unit", "unit"],
    ["actors.code", "actors"],
    ["actors.role", "actors"],
    ["sources.url", "url"],
    ["sources.publisher", "publisher"],
    ["sources.title", "title"],
    ["sources.publishedAt", "published"],
    ["sources.quote", "quote"],
    ["sources.language", "language"],
  ]);
}

/** The words that a path of an issue leads to. */
function textAt(event: ImportedEvent, path: readonly PropertyKey[]): string {
  let value: unknown = event;
  for (const step of path) value = new Map<PropertyKey, unknown>(Object.entries(Object(value))).get(String(step));
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
