import type { ActorRole, EventPrecision, SourceTier } from "#core/event/event.ts";

/** An actor as it is being typed. */
export interface ActorDraft {
  readonly key: number;
  readonly code: string;
  readonly role: ActorRole;
  /** For a code that is new to the log. */
  readonly name: string;
}

/** A source as it is being typed. */
export interface SourceDraft {
  readonly key: number;
  readonly url: string;
  readonly publisher: string;
  readonly title: string;
  /** By the clocks of the form's zone. */
  readonly published: string;
  readonly tier: SourceTier;
  /** Empty: as suggested. */
  readonly group: string;
  readonly quote: string;
  readonly language: string;
  readonly archiveUrl: string;
}

/** An event as it is being typed: every field as its control holds it. */
export interface EventDraft {
  readonly topicId: string;
  readonly headline: string;
  readonly description: string;
  readonly type: string;
  /** The topic's own subtype under that type, when there is none that fits. */
  readonly subtype: string;
  readonly precision: EventPrecision;
  readonly from: string;
  readonly until: string;
  readonly zone: string;
  readonly country: string;
  readonly placeName: string;
  readonly tags: string;
  readonly magnitude: string;
  readonly unit: string;
  readonly actors: readonly ActorDraft[];
  readonly sources: readonly SourceDraft[];
}

let rows = 0;

export function emptyActor(role: ActorRole = "participant"): ActorDraft {
  return { key: ++rows, code: "", role, name: "" };
}

export function emptySource(): SourceDraft {
  const words = { url: "", publisher: "", title: "", published: "", group: "", quote: "", archiveUrl: "" };
  return { key: ++rows, ...words, tier: "press", language: "en" };
}

export function emptyDraft(topicId: string): EventDraft {
  return {
    topicId,
    headline: "",
    description: "",
    type: "",
    subtype: "",
    precision: "day",
    from: "",
    until: "",
    zone: "UTC",
    country: "",
    placeName: "",
    tags: "",
    magnitude: "",
    unit: "",
    actors: [emptyActor("initiator"), emptyActor("recipient")],
    sources: [emptySource()],
  };
}

/** What stays for the next event of a busy day: where and when the writer is, and who the story is about. */
export function nextDraft({ topicId, precision, zone, actors }: EventDraft): EventDraft {
  return { ...emptyDraft(topicId), precision, zone, actors };
}

const isBlank = (...words: string[]) => words.every((word) => word.trim() === "");

/** Without the rows in which nothing was typed, so that an error's row is the row that is shown. One source is asked for. */
export function withoutBlankRows(draft: EventDraft): EventDraft {
  const sources = draft.sources.filter(({ url, publisher, title, quote }) => !isBlank(url, publisher, title, quote));
  return {
    ...draft,
    actors: draft.actors.filter(({ code, name }) => !isBlank(code, name)),
    sources: sources.length > 0 ? sources : [emptySource()],
  };
}
