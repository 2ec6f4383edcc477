import type { QuestionTimeline } from "./resolved-question.ts";

/** The span in which forecasts count, relative to the open: everything after `spanMs` is ignored, everything is divided by `fullMs`. */
export interface ScoringWindow {
  opensAt: number;
  /** C − O: until the scheduled close or the moment the answer was known, whichever came first. */
  spanMs: number;
  /** S − O: the whole scheduled span. */
  fullMs: number;
  /** The spot time − O, never after C. */
  spotMs: number;
}

/**
 * The window of a question, or null where a score is not defined.
 *
 * Formula: C = min(S, known); spot = min(reveal, C), or C without a reveal time.
 * Units: milliseconds after the open. Null when the question never was open (S ≤ O or C ≤ O).
 * Source: a denominator of S − O, never C − O, makes the time average proper under early resolution.
 *
 * @example
 * scoringWindow({ opensAt: 100, closesAt: 1100, knownAt: 600 }); // => { opensAt: 100, spanMs: 500, fullMs: 1000, spotMs: 500 }
 * scoringWindow({ opensAt: 100, closesAt: 100, knownAt: null }); // => null
 */
export function scoringWindow(question: QuestionTimeline): ScoringWindow | null {
  const { opensAt, closesAt, knownAt, revealAt } = question;
  const fullMs = closesAt - opensAt;
  const spanMs = Math.min(fullMs, (knownAt ?? closesAt) - opensAt);
  if (!(spanMs > 0)) return null;
  const spotMs = Math.min(spanMs, Math.max(0, (revealAt ?? closesAt) - opensAt));
  return { opensAt, spanMs, fullMs, spotMs };
}

/** The instants between which forecasts count. */
export function boundsOf({ opensAt, spanMs }: ScoringWindow): { opensAt: number; endsAt: number } {
  return { opensAt, endsAt: opensAt + spanMs };
}
