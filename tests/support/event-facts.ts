import type { LogEventInput } from "#services/event/input.ts";

/** What can be stated of an event, without the topic: a test names only what it is about. */
export function eventFacts(changes: Partial<LogEventInput> = {}): Omit<LogEventInput, "topicId"> {
  return {
    headline: "Envoys meet in the harbour town",
    type: "CONSULT.visit",
    occurredFrom: new Date("2026-02-05T20:00:00Z"),
    occurredUntil: new Date("2026-02-06T20:00:00Z"),
    precision: "day",
    country: "OMN",
    placeName: "Muscat",
    actors: [
      { code: "IRN", role: "participant" },
      { code: "USA", role: "participant" },
    ],
    sources: [source()],
    ...changes,
  };
}

export function source(changes: Partial<LogEventInput["sources"][number]> = {}): LogEventInput["sources"][number] {
  return {
    url: "https://example.org/envoys-meet",
    publisher: "Example Gazette",
    title: "Envoys meet",
    publishedAt: new Date("2026-02-06T12:00:00Z"),
    tier: "press",
    ...changes,
  };
}
