/**
 * The memory of the Peer sweep: eight numbers per forecaster, one cache line, for what every update touches, and two for what
 * only coming and leaving touches. While someone stands their integrals lack the part of the standing row up to now.
 */
export const STRIDE = 8;

/** What the standing row says. */
const LOG = 0;
const LOSS = 1;
const BASELINE = 2;
/** The time integrals. */
export const PEER = 3;
export const RELATIVE_LOSS = 4;
export const BASELINE_TIME = 5;
export const LOSS_TIME = 6;

export interface SweepTotals {
  /** By forecaster, `STRIDE` numbers apart: the integrals at the places named above. */
  scores: Float64Array;
  /** By forecaster: for how long they stood, and for how long in company. */
  stood: Float64Array;
  compared: Float64Array;
  /** By forecaster: 1 while they stand. */
  stands: Uint8Array;
}

export function emptyTotals(forecasters: number): SweepTotals {
  return {
    scores: new Float64Array(forecasters * STRIDE),
    stood: new Float64Array(forecasters),
    compared: new Float64Array(forecasters),
    stands: new Uint8Array(forecasters),
  };
}

/** The prefix integrals that a forecaster's scores are read from: those of the pool's members, or of outsiders. */
export interface Prefix {
  /** ∫ 1, ∫ n/(n − 1), ∫ Σ ln p/(n − 1) and ∫ Σ loss/(n − 1) while n ≥ 2; for outsiders ∫ 1 twice, and n in place of n − 1. */
  compared: number;
  factor: number;
  log: number;
  loss: number;
}

/** A standing row gives way to another: l·(A(b) − A(a)) summed by parts is (l_old − l_new)·A(now). */
export function replaceRow(
  scores: Float64Array,
  who: number,
  now: number,
  factor: number,
  log: number,
  loss: number,
  baseline: number,
): void {
  const own = who * STRIDE;
  const lossLeft = (scores[own + LOSS] as number) - loss;
  scores[own + PEER] = (scores[own + PEER] as number) + ((scores[own + LOG] as number) - log) * factor;
  scores[own + RELATIVE_LOSS] = (scores[own + RELATIVE_LOSS] as number) + lossLeft * factor;
  scores[own + LOSS_TIME] = (scores[own + LOSS_TIME] as number) + lossLeft * now;
  const baselineLeft = (scores[own + BASELINE] as number) - baseline;
  scores[own + BASELINE_TIME] = (scores[own + BASELINE_TIME] as number) + baselineLeft * now;
  scores[own + LOG] = log;
  scores[own + LOSS] = loss;
  scores[own + BASELINE] = baseline;
}

/** Someone comes or leaves (sign −1 or 1): their integrals are counted from or up to where the prefix integrals are. */
export function markPresence(totals: SweepTotals, who: number, now: number, prefix: Prefix, sign: 1 | -1): void {
  const { scores, stood, compared } = totals;
  const own = who * STRIDE;
  totals.stands[who] = sign < 0 ? 1 : 0;
  stood[who] = (stood[who] as number) + sign * now;
  compared[who] = (compared[who] as number) + sign * prefix.compared;
  scores[own + PEER] = (scores[own + PEER] as number) - sign * prefix.log;
  scores[own + RELATIVE_LOSS] = (scores[own + RELATIVE_LOSS] as number) - sign * prefix.loss;
}

/** What the standing row says, for the sums over the pool. */
export function standingLog(scores: Float64Array, who: number): number {
  return scores[who * STRIDE + LOG] as number;
}

export function standingLoss(scores: Float64Array, who: number): number {
  return scores[who * STRIDE + LOSS] as number;
}
