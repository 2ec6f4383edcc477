import type { ActorRole, EventPrecision, RecordedStatus, SourceTier } from "#core/event/event.ts";
import type { EventStatus } from "#core/event/event-status.ts";

export interface CitedSource {
  readonly id: string;
  readonly url: string;
  readonly publisher: string;
  readonly title: string;
  readonly publishedAt: Date;
  readonly tier: SourceTier;
  readonly independenceGroup: string;
  readonly quote: string | null;
  readonly language: string;
  readonly archiveUrl: string | null;
}

/** One statement about an event, as its page shows it. */
export interface EventRevision {
  readonly id: string;
  readonly number: number;
  readonly headline: string;
  readonly description: string;
  readonly type: string;
  readonly occurredFrom: Date;
  readonly occurredUntil: Date;
  readonly precision: EventPrecision;
  readonly country: string | null;
  readonly placeName: string | null;
  readonly tags: readonly string[];
  readonly magnitude: { readonly value: number; readonly unit: string } | null;
  readonly recordedStatus: RecordedStatus;
  readonly status: EventStatus;
  readonly reason: string | null;
  readonly recordedAt: Date;
  readonly recordedByName: string;
  readonly actors: readonly { readonly code: string; readonly name: string; readonly role: ActorRole }[];
  readonly sources: readonly CitedSource[];
}
