import type { LoggedEvent } from "#core/event/event.ts";
import { formatInstant } from "#core/time/format-instant.ts";
import type { Criteria, Match } from "./criteria.ts";
import { criteriaMatches } from "./criteria-matches.ts";
import { counts, type LogView, logView, placeInSpan } from "./log-view.ts";
import { type ConditionName, failedConditions, failures } from "./match-conditions.ts";
import { matchPhrase } from "./match-phrase.ts";
import { notCountedIn } from "./not-counted.ts";
import { withinBudget } from "./step-budget.ts";

/** What it costs to hold one event against every condition. */
const STEPS_OF_AN_EVENT = 5;

/** An event that would have counted but for one condition. */
export interface NearMiss {
  readonly eventId: string;
  /** What it nearly was. */
  readonly phrase: string;
  readonly condition: ConditionName | "window" | "sources" | "disputed" | "retracted";
  readonly text: string;
}

/**
 * The events of the log, as it stood at an instant, that fail exactly one condition of one of the matches of criteria:
 * which event, which condition, and how. By match in order of writing, then by time.
 *
 * None where there is too much to look at (`MAX_STEPS`). Where a match asks for nothing but a type, only events of a related type can be near misses.
 * The conditions are those of the match, the window, the place of the event and its sources.
 * Units: epoch milliseconds.
 *
 * @example
 * nearMisses({ window: { from: 0, until: 9, zone: "UTC" }, minimumSourceGroups: 1, settlementLagHours: 0, first: { types: ["AID"] } }, [], 5); // => []
 */
export function nearMisses(criteria: Criteria, events: readonly LoggedEvent[], asOf: number): NearMiss[] {
  const log = logView(criteria, events, [], asOf);
  return withinBudget(
    () => criteriaMatches(criteria).flatMap((match) => nearMissesOf(match, log)),
    () => [],
  );
}

function nearMissesOf(match: Match, log: LogView): NearMiss[] {
  const phrase = matchPhrase(match, "one");
  return log.candidates({ types: [] }).flatMap((candidate) => {
    const { event } = candidate;
    log.spend(STEPS_OF_AN_EVENT);
    if (failures(match, event) > 1 || !isRelated(match, event)) return [];
    const failed: Omit<NearMiss, "eventId" | "phrase">[] = failedConditions(match, event);
    const place = placeInSpan(event, log.window);
    if (place !== "within") failed.push({ condition: "window", text: windowText(event, place, log) });
    if (!counts(candidate)) {
      const condition = event.status === "reported" ? "sources" : event.status;
      const span = { from: -Infinity, until: Infinity };
      failed.push({
        condition,
        text: notCountedIn([candidate], span, log)
          .map(({ text }) => text)
          .join(""),
      });
    }
    const [only] = failed;
    return only && failed.length === 1 ? [{ eventId: event.id, phrase, ...only }] : [];
  });
}

/** Where a match asks for nothing but a type, every event of another type would miss it by one condition. */
function isRelated(match: Match, event: LoggedEvent): boolean {
  const { types: _types, ...others } = match;
  const top = (type: string) => type.split(".")[0];
  return Object.keys(others).length > 0 || match.types.some((type) => top(type) === top(event.type));
}

function windowText(event: LoggedEvent, place: ReturnType<typeof placeInSpan>, log: LogView): string {
  const { zone, from } = log.window;
  if (place === "perhaps") return `it is known only to the ${event.precision}, which reaches beyond the window`;
  if (place === "across") return "it went on beyond the window";
  return event.occurredFrom < from
    ? `it was over before the window began at ${formatInstant(from, zone)}`
    : `it came after the window ended at ${formatInstant(log.window.until, zone)}`;
}
