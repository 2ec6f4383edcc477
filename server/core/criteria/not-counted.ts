import { formatInstant } from "#core/time/format-instant.ts";
import type { TimeWindow } from "#core/time/time-window.ts";
import type { Missing, NotCounted } from "./evaluation.ts";
import { type Candidate, type LogView, placeInSpan } from "./log-view.ts";

/**
 * Of the events that fit a match and touch a span, those that do not count, and why.
 *
 * @example
 * notCountedIn([], { from: 0, until: 1 }, {}); // => []
 */
export function notCountedIn(candidates: readonly Candidate[], span: TimeWindow, log: LogView): NotCounted[] {
  return candidates.flatMap((candidate) => notCounted(candidate, span, log) ?? []);
}

/**
 * What an undecided condition may wait for of the events that fit it but do not count yet.
 *
 * @example
 * missingOf([{ eventId: "a", because: "retracted", text: "" }], []); // => []
 */
export function missingOf(events: readonly NotCounted[], candidates: readonly Candidate[]): Missing[] {
  const byId = new Map(events.length > 0 ? candidates.map((candidate) => [candidate.event.id, candidate]) : []);
  return events.flatMap(({ eventId, because, text }): Missing[] => {
    if (because === "disputed") return [{ kind: "dispute", text, eventId }];
    const candidate = byId.get(eventId);
    if (because === "sources") return [{ kind: "sources", text, eventId, count: candidate?.groupsLacking ?? 1 }];
    const isCoarse = candidate !== undefined && candidate.event.precision !== "instant";
    return because === "straddles_window" && isCoarse ? [{ kind: "precision", text, eventId }] : [];
  });
}

function notCounted(candidate: Candidate, span: TimeWindow, log: LogView): NotCounted | undefined {
  const { event, reportedAt, groupsLacking } = candidate;
  const place = placeInSpan(event, span);
  if (place === "outside") return undefined;
  const said = (because: NotCounted["because"], why: string) => ({
    eventId: event.id,
    because,
    text: `“${event.headline}” does not count: ${why}.`,
  });
  if (event.status !== "reported") return said(event.status, `it is ${event.status}`);
  if (reportedAt === null) {
    const sources = groupsLacking === 1 ? "1 more independent source" : `${groupsLacking} more independent sources`;
    return said("sources", `it needs ${sources} of the tier required`);
  }
  if (place === "within") return undefined;
  const [from, until] = [event.occurredFrom, event.occurredUntil].map((at) => formatInstant(at, log.window.zone));
  return place === "perhaps"
    ? said("straddles_window", `it is known only to the ${event.precision} and may lie outside the span`)
    : said("straddles_window", `it went on from ${from} until ${until}, beyond the span`);
}
