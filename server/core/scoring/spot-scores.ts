import type { ActiveSpans } from "./active-spans.ts";
import { baselineOfLog } from "./baseline-score.ts";
import type { QuestionColumns } from "./question-columns.ts";
import { boundsOf, type ScoringWindow } from "./scoring-window.ts";

/** Spot scores by forecaster number; NaN where nothing of theirs stood at the spot time. */
export interface SpotScores {
  spotPeer: Float64Array;
  spotBaseline: Float64Array;
}

/**
 * Peer and Baseline at one published instant, whatever happened before and after.
 *
 * Formula: 100/κ·(ln p − mean of the others' ln p) over the rows active at the spot time (0 for someone alone), and
 * the Baseline of the row. A row stands at the spot when start ≤ spot < end. A spot at the close reads the last
 * moment before it, so a row that was active until then counts.
 * Units: points, no time factor. Source: Metaculus' spot scores, except that a forecast made exactly at the spot counts
 * for its maker and for the others alike.
 */
export function spotScores(
  columns: QuestionColumns,
  spans: ActiveSpans,
  window: ScoringWindow,
  divisor: 1 | 2,
): SpotScores {
  const { forecaster, logProbability, baseline, inPool, endedAt } = columns;
  const { endsAt } = boundsOf(window);
  const spotAt = window.opensAt + window.spotMs;
  const spotPeer = new Float64Array(inPool.length).fill(Number.NaN);
  const spotBaseline = new Float64Array(inPool.length).fill(Number.NaN);
  let n = 0;
  let sum = 0;
  // At the close nothing but the last rows can stand.
  const rows = spotAt === endsAt ? spans.final : spans.begun;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number;
    const end = spans.endsAt[row] as number;
    const active = end > spotAt || (end === endsAt && spotAt === endsAt && (endedAt[row] as number) > endsAt);
    if ((spans.startsAt[row] as number) > spotAt || !active) continue;
    const who = forecaster[row] as number;
    const log = logProbability[row] as number;
    spotPeer[who] = log;
    spotBaseline[who] = baseline === null ? baselineOfLog(log, 2) : (baseline[row] as number);
    if (inPool[who] === 0) continue;
    n++;
    sum += log;
  }
  for (let who = 0; who < spotPeer.length; who++) {
    const log = spotPeer[who] as number;
    if (Number.isNaN(log)) continue;
    const others = inPool[who] === 1 ? n - 1 : n;
    const mean = (inPool[who] === 1 ? sum - log : sum) / others;
    spotPeer[who] = others > 0 ? (100 / divisor) * (log - mean) : 0;
  }
  return { spotPeer, spotBaseline };
}
