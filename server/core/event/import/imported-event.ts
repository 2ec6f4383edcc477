import type { ActorRole, EventPrecision, SourceTier } from "#core/event/event.ts";

/** An event as a row of another system's file tells it, before a moderator has taken it into a log. */
export interface ImportedEvent {
  /** Names the row for good: a row that has come in once does not come in again. */
  readonly key: string;
  readonly headline: string;
  readonly description: string;
  readonly type: string;
  /** Epoch milliseconds. */
  readonly occurredFrom: number;
  readonly occurredUntil: number;
  readonly precision: EventPrecision;
  readonly country: string | null;
  readonly placeName: string | null;
  readonly actors: readonly { readonly code: string; readonly role: ActorRole; readonly name?: string }[];
  readonly tags: readonly string[];
  readonly magnitude: { readonly value: number; readonly unit: string } | null;
  readonly sources: readonly ImportedSource[];
}

export interface ImportedSource {
  readonly url: string;
  readonly publisher: string;
  readonly title: string;
  readonly publishedAt: number;
  readonly tier: SourceTier;
  readonly quote: string | null;
  readonly language: string;
}
