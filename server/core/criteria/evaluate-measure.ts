import { countText } from "#core/text/count-text.ts";
import { absenceOf } from "./absence.ts";
import type { NumericCriteria } from "./criteria.ts";
import { type Candidate, counts, type LogView, placeInSpan } from "./log-view.ts";
import { matchPhrase } from "./match-phrase.ts";
import { missingOf, notCountedIn } from "./not-counted.ts";
import type { RuleState } from "./rule-state.ts";

type Measured = Candidate & { readonly reportedAt: number };

/** A node and the number it came to; the number is null while it is pending. */
export interface MeasuredState {
  readonly state: RuleState;
  readonly value: number | null;
}

/**
 * The value of a measure over the window: read once, when nothing more can be added to it.
 *
 * Formula: over the qualifying events of the window in order of time: their number, or the sum, greatest, least or last
 * of their magnitudes. E = the window's end; K = that, or the last report of an event measured if it came later.
 * Units: those of the magnitudes, which must all be the same. An event without a magnitude is not measured.
 *
 * @example
 * measured("sum", [2, 3]); // => 5
 */
export function evaluateMeasure(criteria: NumericCriteria, log: LogView): MeasuredState {
  const { match, measure, window } = criteria;
  const candidates = log.candidates(match);
  const inWindow = candidates.filter(counts).filter(({ event }) => placeInSpan(event, window) === "within");
  const isMeasured = ({ event }: Measured) => measure === "count" || event.magnitude !== null;
  const taken = inWindow.filter(isMeasured);
  const without = inWindow.filter((candidate) => !isMeasured(candidate));
  log.spend(candidates.length * 10);
  const notCounted = [
    ...notCountedIn(candidates, window, log),
    ...without.map(({ event }) => {
      const text = `“${event.headline}” does not count: it has no magnitude.`;
      return { eventId: event.id, because: "no_magnitude" as const, text };
    }),
  ];
  const value = measured(
    measure,
    taken.map(({ event }) => event.magnitude?.value ?? 0),
  );
  const soFar =
    value === null ? "Nothing to measure so far." : `${value} so far, from ${countText(taken.length, "event")}.`;
  const base = {
    kind: "measure",
    clause: `the ${measure} over ${matchPhrase(match, "many")}`,
    eventIds: taken.map(({ event }) => event.id),
    coverageIds: [],
    notCounted,
    children: [],
  } as const;
  const waiting = missingOf(notCounted, candidates);
  if (log.asOf < window.until) {
    const more = { kind: "events", text: "The window is not over.", count: 0, until: window.until } as const;
    const state = { value: "pending", at: null, knownAt: null, why: soFar, missing: [more, ...waiting] } as const;
    return { state: { ...base, ...state }, value: null };
  }
  const loose = waiting.filter(({ kind }) => kind === "precision");
  const absence = absenceOf([match], window, log, loose);
  const flaw = value === null ? "There is no event to measure." : unitsDiffer(taken, measure);
  const missing = flaw === null ? absence.missing : [...absence.missing, { kind: "decision", text: flaw } as const];
  if (absence.value === "pending" || flaw !== null || value === null) {
    const why = `${soFar} ${missing.map(({ text }) => text).join(" ")}`;
    const state = { value: "pending", at: null, knownAt: null, why, missing } as const;
    return { state: { ...base, ...state }, value: null };
  }
  const knownAt = taken.reduce((latest, { reportedAt }) => Math.max(latest, reportedAt), window.until);
  const why = `${value}, from ${countText(taken.length, "event")}. ${absence.why}`;
  return { state: { ...base, ...absence, value: "true", at: window.until, knownAt, why }, value };
}

/**
 * A measure of a list of numbers in order of time; null when there is none to measure.
 *
 * @example
 * measured("last", [4, 1, 3]); // => 3
 * measured("max", []); // => null
 * measured("count", []); // => 0
 */
export function measured(measure: NumericCriteria["measure"], values: readonly number[]): number | null {
  if (measure === "count") return values.length;
  if (measure === "sum") return values.reduce((sum, value) => sum + value, 0);
  if (values.length === 0) return null;
  if (measure === "last") return values.at(-1) ?? null;
  return values.reduce((one, other) => (measure === "max" ? Math.max(one, other) : Math.min(one, other)));
}

function unitsDiffer(taken: readonly Measured[], measure: NumericCriteria["measure"]): string | null {
  const units = new Set(taken.map(({ event }) => event.magnitude?.unit));
  if (measure === "count" || units.size <= 1) return null;
  return `The magnitudes are in different units: ${[...units].sort().join(", ")}.`;
}
