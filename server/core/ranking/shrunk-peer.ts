import { ensureArgument } from "#core/errors.ts";

/** How many units of coverage of "no skill" everyone starts with: σ²_noise/σ²_skill, to be estimated again once a year. */
export const SHRINKAGE = 30;

/**
 * The rating of a season's board: the mean Peer score, pulled towards zero while there is little evidence.
 *
 * TeX: R_u=\frac{\sum_q w_q\,\mathrm{Peer}_{uq}}{K+\sum_q w_q\,\mathrm{cov}_{uq}},\quad K=30
 * Formula: R = Σ w·peer / (K + Σ w·peerCoverage), K = 30.
 * Units: Peer points; coverage in questions, counting only time in company. More evidence of the same quality always rates higher.
 * Errors: `argument_must_be_in_domain` when coverage is negative or K is not positive.
 * Source: additive shrinkage towards 0.
 *
 * @example
 * shrunkPeer(200, 10); // => 5
 */
export function shrunkPeer(weightedPeer: number, weightedPeerCoverage: number, shrinkage = SHRINKAGE): number {
  ensureArgument(
    weightedPeerCoverage >= 0 && shrinkage > 0,
    "A rating needs coverage that is not negative and a positive shrinkage.",
  );
  return weightedPeer / (shrinkage + weightedPeerCoverage);
}
