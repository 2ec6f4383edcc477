/** What the evaluator, the duplicate finder and the pages know of an event: one revision, the one that stands. */

/** How closely the time of an event is known. A day or a month is an interval in which it happened at some instant. */
export type EventPrecision = "instant" | "day" | "month";
export type ActorRole = "initiator" | "recipient" | "mediator" | "participant";
/** From the nearest to the event to the farthest from it. */
export type SourceTier = "primary" | "agency" | "press" | "social";
/** What a revision states; that an event is corroborated is derived from its sources, never stated. */
export type RecordedStatus = "reported" | "disputed" | "retracted";

export const EVENT_PRECISIONS = ["instant", "day", "month"] as const satisfies readonly EventPrecision[];
export const ACTOR_ROLES = [
  "initiator",
  "recipient",
  "mediator",
  "participant",
] as const satisfies readonly ActorRole[];
/** Best first: the index is the rank. */
export const SOURCE_TIERS = ["primary", "agency", "press", "social"] as const satisfies readonly SourceTier[];
export const RECORDED_STATUSES = ["reported", "disputed", "retracted"] as const satisfies readonly RecordedStatus[];

/** Somebody who took part, by CAMEO code: a country, or a country and a sector (`IRN`, `IRNGOV`). */
export interface EventActor {
  readonly code: string;
  readonly role: ActorRole;
}

/** One publication that reports the event. Sources of one origin share an independence group and count once. */
export interface EventSource {
  readonly id: string;
  readonly publisher: string;
  readonly publishedAt: number;
  readonly tier: SourceTier;
  readonly independenceGroup: string;
}

export interface Magnitude {
  readonly value: number;
  readonly unit: string;
}

export interface LoggedEvent {
  readonly id: string;
  readonly revisionId: string;
  readonly headline: string;
  /** A PLOVER type, with an optional mode or topic subtype: `CONSULT.visit`. */
  readonly type: string;
  /** It happened within `[occurredFrom, occurredUntil)`, epoch milliseconds. */
  readonly occurredFrom: number;
  readonly occurredUntil: number;
  readonly precision: EventPrecision;
  /** ISO 3166 alpha-3. */
  readonly country: string | null;
  readonly placeName: string | null;
  readonly actors: readonly EventActor[];
  readonly tags: readonly string[];
  readonly magnitude: Magnitude | null;
  readonly status: RecordedStatus;
  /** When this revision entered the log: an earlier view of the log does not hold it. */
  readonly recordedAt: number;
  readonly sources: readonly EventSource[];
}
