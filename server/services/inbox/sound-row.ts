import type { ImportedEvent } from "#core/event/import/imported-event.ts";

/** A row that states an event the log could take, and where it lies in its file. */
export interface SoundRow {
  readonly line: number;
  readonly record: number | null;
  readonly event: ImportedEvent;
}

/** An event as the log takes it. */
export function statementOf({ key: _, ...event }: ImportedEvent) {
  return {
    ...event,
    occurredFrom: new Date(event.occurredFrom),
    occurredUntil: new Date(event.occurredUntil),
    actors: event.actors.map((actor) => ({ ...actor })),
    sources: event.sources.map((source) => ({ ...source, publishedAt: new Date(source.publishedAt) })),
  };
}
