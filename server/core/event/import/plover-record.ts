import type { ActorRole } from "../event.ts";
import { eventTypeOf } from "../event-types.ts";
import { daySpan } from "./day-span.ts";
import { faulty, type ImportedEvent, type RowReading } from "./imported-event.ts";
import { importedHeadline } from "./imported-headline.ts";

/** Names of types that PLOVER has since given up, by those that took their place. */
const OLD_TYPES: Readonly<Record<string, string>> = {
  DEMAND: "REQUEST",
  DISAPPROVE: "ACCUSE.disapprove",
  FIGHT: "ASSAULT",
  INVESTIGATE: "ACCUSE.investigate",
  YIELD: "CONCEDE",
};
const HOME = "https://github.com/openeventdata/PLOVER";

/** An actor of a PLOVER record; anything else in it is left aside. */
export interface PloverActor {
  readonly code?: string | undefined;
  readonly sector?: string | undefined;
  readonly actorText?: string | undefined;
}

/** A PLOVER record as far as it is read. */
export interface PloverRecord {
  readonly id?: string | undefined;
  readonly date?: string | undefined;
  readonly event?: string | undefined;
  readonly mode?: string | undefined;
  readonly source?: readonly PloverActor[] | undefined;
  readonly target?: readonly PloverActor[] | undefined;
  readonly text?: string | undefined;
  readonly language?: string | undefined;
  readonly publication?: string | undefined;
  readonly url?: string | undefined;
}

/**
 * The event that a PLOVER record tells, or why it cannot be taken in.
 *
 * Source: the PLOVER interchange format, openeventdata/PLOVER.
 *
 * @example
 * ploverRecord({ id: "x", date: "2000-01-01", event: "DOCUMENT" }); // => { fault: { reason: "type_must_be_mapped", message: "DOCUMENT is no type of event.", value: "DOCUMENT" } }
 */
export function ploverRecord(record: PloverRecord): RowReading {
  const { id, event: stated = "", mode, text = "" } = record;
  if (!id) return faulty("id_must_be_given", "The record has no id.");
  const type = typeOf(stated, mode);
  if (!type) return faulty("type_must_be_mapped", `${stated || "Nothing"} is no type of event.`, stated);
  const span = daySpan((record.date ?? "").slice(0, 10));
  if (!span) return faulty("date_must_be_readable", `“${record.date ?? ""}” is no date.`);
  const url = record.url ?? `${HOME}#${encodeURIComponent(id)}`;
  if (!/^https?:\/\//i.test(url)) return faulty("source_must_be_on_the_web", "The source has no web address.");
  const actors = actorsOf(record);
  const headline = importedHeadline({ type, actors, placeName: null });
  const event: ImportedEvent = {
    key: `plover:${id}`,
    headline,
    description: text.slice(0, 5000),
    type,
    ...span,
    country: null,
    placeName: null,
    actors,
    tags: ["plover"],
    magnitude: null,
    sources: [
      {
        url,
        publisher: (record.publication ?? "PLOVER").slice(0, 120),
        title: headline,
        publishedAt: span.occurredUntil,
        tier: "press",
        quote: text.slice(0, 5000) || null,
        language: /^[a-z]{2,3}$/.test(record.language ?? "") ? (record.language as string) : "en",
      },
    ],
  };
  return { event };
}

function typeOf(stated: string, mode: string | undefined): string | undefined {
  const type = OLD_TYPES[stated] ?? stated;
  const whole = mode && !type.includes(".") ? `${type}.${mode.toLowerCase()}` : type;
  return [whole, type].find((code) => eventTypeOf(code));
}

function actorsOf({ source = [], target = [] }: PloverRecord): ImportedEvent["actors"] {
  const seen = new Set<string>();
  const side = (actors: readonly PloverActor[], role: ActorRole) =>
    actors.flatMap(({ code = "", sector = "", actorText }) => {
      const pieces = [code, sector]
        .map((piece) => piece.trim().toUpperCase())
        .filter((piece) => /^[A-Z]{3}$/.test(piece));
      const whole = pieces.join("");
      if (whole === "" || seen.has(whole)) return [];
      seen.add(whole);
      return [{ code: whole, role, ...(actorText && code.length > 3 ? { name: actorText.slice(0, 120) } : {}) }];
    });
  return [...side(source, "initiator"), ...side(target, "recipient")];
}
