import type { ScoredBundleQuestion } from "./bundle-scores.ts";

export const BUNDLE_METRICS = ["peer", "baseline", "spotPeer", "spotBaseline", "brier", "relativeBrier"] as const;

/** One figure of one forecaster on one question. */
export interface ScoreRecord {
  readonly questionId: string;
  readonly forecasterId: string;
  readonly metric: (typeof BUNDLE_METRICS)[number];
  readonly value: number;
  /** The share of S − O that the figure speaks of. */
  readonly coverage: number;
}

/**
 * Scores as flat records, one a metric, in the order of questions, forecasters and `BUNDLE_METRICS`.
 *
 * Formula: the coverage of Peer and relative Brier is the time in company, that of Baseline and Brier the time stood, each over
 * S − O; a spot score speaks of one instant, at which its maker stood: 1. Where nothing stood then there is no record.
 * Units: those of `questionScores`.
 *
 * @example
 * scoreRecords([]); // => []
 */
export function scoreRecords(scored: readonly ScoredBundleQuestion[]): ScoreRecord[] {
  const records: ScoreRecord[] = [];
  for (const { question, scores } of scored) {
    for (const score of scores) {
      for (const metric of BUNDLE_METRICS) {
        const value = score[metric];
        if (value === null) continue;
        const coverage = coverageOf(metric, score);
        records.push({ questionId: question.id, forecasterId: score.forecaster, metric, value, coverage });
      }
    }
  }
  return records;
}

function coverageOf(metric: ScoreRecord["metric"], score: { coverage: number; peerCoverage: number }): number {
  if (metric === "spotPeer" || metric === "spotBaseline") return 1;
  return metric === "peer" || metric === "relativeBrier" ? score.peerCoverage : score.coverage;
}
