import type { ActorRole } from "#core/event/event.ts";
import { eventTypeOf } from "#core/event/event-types.ts";
import { addressHost } from "./address-host.ts";
import { cutText } from "./cut-text.ts";
import type { ImportedEvent } from "./imported-event.ts";
import { importedHeadline } from "./imported-headline.ts";
import { listedSpan } from "./listed-span.ts";
import { quotable, type RowProblems, type RowReading, rowProblems } from "./row-problems.ts";

/** Names of types that PLOVER has since given up, by those that took their place. */
const OLD_TYPES: ReadonlyMap<string, string> = new Map([
  ["DEMAND", "REQUEST"],
  ["DISAPPROVE", "ACCUSE.disapprove"],
  ["FIGHT", "ASSAULT"],
  ["INVESTIGATE", "ACCUSE.investigate"],
  ["YIELD", "CONCEDE"],
]);
const HOME = "https://github.com/openeventdata/PLOVER";
const MAX_TEXT = 5000;
const MAX_NAME = 120;

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
 * ploverRecord({ id: "x", date: "2000-01-01", event: "DOCUMENT" }); // => { fault: { rule: "type_must_be_mapped", column: "event", message: "“DOCUMENT” is no type of event.", text: "DOCUMENT" } }
 */
export function ploverRecord(record: PloverRecord): RowReading {
  const problems = rowProblems();
  const { id = "", event: stated = "", date = "", text = "" } = record;
  if (id.trim() === "") problems.fault("id_must_be_given", "id", id, "The record has no id.");
  const type = typeOf(stated, record.mode ?? "", problems);
  const span = listedSpan({ date, until: "", precision: "" }, problems);
  const url = record.url ?? `${HOME}#${encodeURIComponent(id.toWellFormed())}`;
  if (!addressHost(url)) {
    problems.fault("source_must_be_on_the_web", "url", url, `“${quotable(url)}” is no web address.`);
  }
  if (!type || !span) return problems.reading(null);
  const actors = actorsOf(record, problems);
  const headline = importedHeadline({ type, actors, placeName: null });
  const words = cut(text, MAX_TEXT, "text", problems);
  const event: ImportedEvent = {
    key: `plover:${id}`,
    headline,
    description: words,
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
        publisher: cut(record.publication ?? "", MAX_NAME, "publication", problems) || "PLOVER",
        title: headline,
        publishedAt: span.occurredUntil,
        tier: "press",
        quote: words || null,
        language: languageOf(record.language ?? "", problems),
      },
    ],
  };
  return problems.reading(event);
}

function typeOf(stated: string, mode: string, problems: RowProblems): string | undefined {
  const type = OLD_TYPES.get(stated) ?? stated;
  if (!eventTypeOf(type)) {
    const message = `${stated === "" ? "Nothing" : `“${quotable(stated)}”`} is no type of event.`;
    problems.fault("type_must_be_mapped", "event", stated, message);
    return undefined;
  }
  if (mode === "") return type;
  const whole = `${type}.${mode.toLowerCase()}`;
  if (!type.includes(".") && eventTypeOf(whole)) return whole;
  problems.note("mode_is_not_kept", "mode", mode, `The mode “${quotable(mode)}” is not kept; the type is ${type}.`);
  return type;
}

function cut(text: string, most: number, column: string, problems: RowProblems): string {
  if (text.length > most) problems.note("text_is_cut", column, text, `The ${column} is cut to ${most} characters.`);
  return cutText(text, most);
}

function languageOf(tag: string, problems: RowProblems): string {
  if (tag === "") return "en";
  if (/^[a-z]{2,3}$/.test(tag)) return tag;
  const message = `“${quotable(tag)}” is no language's code; it is kept as und, not determined.`;
  problems.note("language_is_not_known", "language", tag, message);
  return "und";
}

function actorsOf({ source = [], target = [] }: PloverRecord, problems: RowProblems): ImportedEvent["actors"] {
  const seen = new Set<string>();
  const side = (actors: readonly PloverActor[], role: ActorRole, column: string) =>
    actors.flatMap(({ code = "", sector = "", actorText }) => {
      const written = [code, sector].map((piece) => piece.trim().toUpperCase()).filter(Boolean);
      const pieces = written.filter((piece) => /^[A-Z]{3}$/.test(piece));
      const whole = pieces.join("");
      if (pieces.length < written.length) {
        const text = `${code} ${sector}`.trim();
        const what = whole === "" ? "it is left out" : `it is ${whole} here`;
        problems.note("actor_is_not_known", column, text, `“${quotable(text)}” is no actor's code; ${what}.`);
      }
      if (whole === "") return [];
      if (seen.has(whole)) {
        problems.note("actor_is_named_once", column, whole, `${whole} is named more than once, and is taken once.`);
        return [];
      }
      seen.add(whole);
      return [{ code: whole, role, ...(actorText && code.length > 3 ? { name: cutText(actorText, MAX_NAME) } : {}) }];
    });
  return [...side(source, "initiator", "source"), ...side(target, "recipient", "target")];
}
