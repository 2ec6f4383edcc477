import { bundleBoards } from "#core/bundle/bundle-boards.ts";
import { bundleCalibration } from "#core/bundle/bundle-calibration.ts";
import { bundleScores } from "#core/bundle/bundle-scores.ts";
import { canonicalBundle } from "#core/bundle/canonical-bundle.ts";
import { scoreRecords } from "#core/bundle/score-records.ts";
import { SCORE_ENGINE } from "#services/score/score-subject.ts";
import { bundleHash } from "./bundle-hash.ts";
import type { BundleSource } from "./bundle-source.ts";
import { readBundle } from "./read-bundle.ts";
import { scorableBundle } from "./scorable-bundle.ts";

/**
 * Scores a bundle by the rules that score the database's questions, without a database: every score, board and calibration.
 * The order of the records changes nothing. With `clip` a log score may bound what it reads; without it such values are refused.
 */
export function scoreBundle(source: BundleSource | Buffer, { clip = false }: { clip?: boolean } = {}) {
  const bundle = canonicalBundle(scorableBundle(readBundle(source), { clip }));
  const scored = bundleScores(bundle);
  return {
    engine: SCORE_ENGINE,
    inputHash: bundleHash(bundle),
    scores: scoreRecords(scored),
    boards: bundleBoards(scored, bundle.forecasters, bundle.tournaments),
    calibration: bundleCalibration(scored, bundle.forecasters),
  };
}
