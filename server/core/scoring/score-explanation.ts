import { type ActiveSpans, activeSpans } from "./active-spans.ts";
import { baselineOfLog } from "./baseline-score.ts";
import { questionColumns } from "./question-columns.ts";
import { continuousDivisor, type ForecastRow, type ResolvedQuestion } from "./resolved-question.ts";
import { boundsOf, scoringWindow } from "./scoring-window.ts";

/** A span in which nothing changed: own ln p against the mean of the others', and what the span added to the score. */
export interface ScoreStep {
  /** Epoch milliseconds, half-open. */
  startsAt: number;
  endsAt: number;
  /** Null while the forecaster had no forecast active. */
  logProbability: number | null;
  /** Mean of the others' ln p; null while there was no one else. */
  othersLogProbability: number | null;
  /** How many of the pool stood, the forecaster included if in it. */
  poolCount: number;
  /** Points of the Peer score earned in this span; they sum to the score. */
  peer: number;
}

/** What one forecast earned while it stood. */
export interface RowContribution {
  startsAt: number;
  endsAt: number;
  logProbability: number;
  peer: number;
  baseline: number;
  coverage: number;
}

export interface ScoreExplanation {
  steps: ScoreStep[];
  rows: RowContribution[];
}

/**
 * Why a forecaster's Peer score is what it is: the step series of the sweep, and the part each of their forecasts earned.
 *
 * Formula: a span of length d adds (100/κ)·d/(S − O)·(ln p − mean of the others' ln p). Consecutive steps touch; the
 * last ends at the close or the known-time. Σ steps = Σ rows = the Peer score of `questionScores` (to rounding).
 * Units: instants in epoch milliseconds; points. Empty where no score is defined.
 *
 * @example
 * scoreExplanation({ type: "binary", outcome: true, opensAt: 0, closesAt: 10, knownAt: null }, [{ forecaster: "a", madeAt: 4, endedAt: null, forecast: 0.5, inPool: true }], "a").rows; // => [{ startsAt: 4, endsAt: 10, logProbability: Math.log(0.5), peer: 0, baseline: 0, coverage: 0.6 }]
 */
export function scoreExplanation(
  question: ResolvedQuestion,
  rows: readonly ForecastRow[],
  forecaster: string | number,
): ScoreExplanation {
  const window = scoringWindow(question);
  const { columns, names } = questionColumns(question, rows);
  const who = names.indexOf(forecaster);
  if (window === null || who < 0) return { steps: [], rows: [] };
  const spans = activeSpans(columns, names.length, boundsOf(window));
  const points = 100 / continuousDivisor(question.type) / window.fullMs;
  const pool = columns.inPool[who] === 1;
  const steps: ScoreStep[] = [];
  const earned = new Map<number, RowContribution>();
  let own = -1;
  let poolCount = 0;
  let sum = 0;

  const changes = changesOf(spans);
  for (let c = 0; c < changes.length; c++) {
    const change = changes[c] as Change;
    const log = columns.logProbability[change.row] as number;
    if (columns.inPool[columns.forecaster[change.row] as number] === 1) {
      poolCount += change.sign;
      sum = poolCount === 0 ? 0 : sum + change.sign * log;
    }
    if (columns.forecaster[change.row] === who) own = change.sign > 0 ? change.row : -1;
    const until = changes[c + 1]?.at ?? window.opensAt + window.spanMs;
    if (until <= change.at) continue;
    const ownLog = own < 0 ? null : (columns.logProbability[own] as number);
    const others = poolCount - (pool && ownLog !== null ? 1 : 0);
    const mean = others > 0 ? (sum - (pool && ownLog !== null ? ownLog : 0)) / others : null;
    const peer = ownLog === null || mean === null ? 0 : points * (until - change.at) * (ownLog - mean);
    const startsAt = change.at;
    const endsAt = until;
    steps.push({ startsAt, endsAt, logProbability: ownLog, othersLogProbability: mean, poolCount, peer });
    if (own < 0 || ownLog === null) continue;
    const part = earned.get(own) ?? { startsAt, endsAt, logProbability: ownLog, peer: 0, baseline: 0, coverage: 0 };
    const coverage = (endsAt - part.startsAt) / window.fullMs;
    const baseline = (columns.baseline?.[own] ?? baselineOfLog(ownLog, 2)) * coverage;
    earned.set(own, { ...part, endsAt, peer: part.peer + peer, baseline, coverage });
  }
  return { steps, rows: [...earned.values()] };
}

interface Change {
  at: number;
  row: number;
  sign: 1 | -1;
}

/** Rows ending and beginning in order of time; at one instant the ends come first. */
function changesOf({ begun, startsAt, endsAt }: ActiveSpans): Change[] {
  const begins = Array.from(begun, (row): Change => ({ at: startsAt[row] as number, row, sign: 1 }));
  const ends = Array.from(begun, (row): Change => ({ at: endsAt[row] as number, row, sign: -1 }));
  return [...ends, ...begins].sort((a, b) => a.at - b.at);
}
