import type { ForecastKind } from "#core/forecast/forecast-kind.ts";
import { DAY_MS } from "#core/time/time-window.ts";
import { activeBefore, type SaidFrom } from "./active-before.ts";
import { crowdMove } from "./crowd-move.ts";
import { earlyAdvantage } from "./early-advantage.ts";
import { shownValue } from "./shown-value.ts";

/** How long before the report a move counts as one toward it. */
export const EARLY_WINDOW_MS = 7 * DAY_MS;

export interface EarlyMove {
  /** What is followed (`shownValue`) of the answer that the crowd moved most on, before the forecaster's move and after it. */
  readonly from: number;
  readonly to: number;
  readonly movedAt: number;
  /** Points of a log score. */
  readonly advantage: number;
}

/**
 * Whether a forecaster moved toward where the crowd went, before the event was reported; null when not.
 *
 * Formula: with c the crowd just before the report, q the crowd afterwards and k the answer that it moved most on, by at
 * least 0.02: somebody was early whose forecast p just before the report (1) has p_k − p′_k of the sign of q_k − c_k, where
 * p′ is what they said seven days before the report, or, who had said nothing then, the crowd just before they first
 * spoke; and (2) has an advantage A > 0 (`earlyAdvantage`). The move dates from the first act of those seven days from
 * which on they stayed beyond p′_k.
 * Of distributions over a range p_k, p′_k, q_k and c_k are the medians.
 * Units: epoch milliseconds, probabilities or locations in the range, points of a log score.
 * Source: own rule.
 *
 * @example
 * earlyMove({ kind: "binary", acts: [{ at: 1, probabilities: [0.4] }, { at: 5, probabilities: [0.6] }], crowd: [{ at: 0, probabilities: [0.4] }], after: [0.7], reportedAt: 9 })?.movedAt; // => 5
 * earlyMove({ kind: "binary", acts: [{ at: 9, probabilities: [0.7] }], crowd: [{ at: 0, probabilities: [0.4] }], after: [0.7], reportedAt: 9 }); // => null
 */
export function earlyMove(told: {
  readonly kind: ForecastKind;
  /** Of one forecaster, in order of time. */
  readonly acts: readonly SaidFrom[];
  readonly crowd: readonly SaidFrom[];
  readonly after: readonly number[];
  readonly reportedAt: number;
}): EarlyMove | null {
  const { kind, acts, crowd, after, reportedAt } = told;
  const [forecast, before] = [activeBefore(acts, reportedAt), activeBefore(crowd, reportedAt)];
  if (!forecast || !before) return null;
  const { option, change, isClear } = crowdMove(kind, before, after);
  const since = reportedAt - EARLY_WINDOW_MS;
  const earlier = activeBefore(acts, since) ?? crowdAtFirstAct(acts, crowd, since) ?? before;
  const [from, to] = [shownValue(kind, earlier, option), shownValue(kind, forecast, option)];
  if (!isClear || from === null || to === null || (to - from) * change <= 0) return null;
  const advantage = earlyAdvantage({ kind, forecast, before, after });
  const isBeyond = (p: readonly number[]) => ((shownValue(kind, p, option) ?? from) - from) * change > 0;
  const movedAt = startOfMove(acts, { since, reportedAt, isBeyond });
  return advantage > 0 && movedAt !== null ? { from, to, movedAt, advantage } : null;
}

function crowdAtFirstAct(acts: readonly SaidFrom[], crowd: readonly SaidFrom[], since: number) {
  const first = acts.find(({ at, probabilities }) => at >= since && probabilities);
  return first ? activeBefore(crowd, first.at) : null;
}

/** The first act of the window from which on every one stays beyond where the forecaster began. */
function startOfMove(
  acts: readonly SaidFrom[],
  { since, reportedAt, isBeyond }: { since: number; reportedAt: number; isBeyond: (p: readonly number[]) => boolean },
): number | null {
  let start: number | null = null;
  for (const { at, probabilities } of acts) {
    if (at < since || at >= reportedAt) continue;
    if (probabilities && isBeyond(probabilities)) start ??= at;
    else start = null;
  }
  return start;
}
