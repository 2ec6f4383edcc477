/**
 * The memory of the Peer sweep: six numbers per forecaster, next to one another, for what every update touches, and two for what
 * only coming and leaving touches. While someone stands their integrals lack the part of the active row up to now.
 */
export const STRIDE = 6;

/** What the active row says. */
export const LOG = 0;
export const LOSS = 1;
/** The time integrals. */
export const PEER = 2;
export const RELATIVE_LOSS = 3;
export const LOG_TIME = 4;
export const LOSS_TIME = 5;

export interface SweepTotals {
  /** By forecaster, `STRIDE` numbers apart: the integrals at the places named above. */
  scores: Float64Array;
  /** By forecaster: for how long they stood, and for how long in company. */
  stood: Float64Array;
  compared: Float64Array;
  /** By forecaster: 1 while they stand. */
  stands: Uint8Array;
  /** Where the sweep is: the last instant, the sums over the pool, and the prefix integrals. */
  sums: Float64Array;
}

export function emptyTotals(forecasters: number): SweepTotals {
  return {
    scores: new Float64Array(forecasters * STRIDE),
    stood: new Float64Array(forecasters),
    compared: new Float64Array(forecasters),
    stands: new Uint8Array(forecasters),
    sums: new Float64Array(10),
  };
}

/** What a forecaster's row says becomes something else: l·(A(b) − A(a)), summed by parts, is −(l_new − l_old)·A(now). */
export function addChange(
  scores: Float64Array,
  own: number,
  now: number,
  factor: number,
  logStep: number,
  lossStep: number,
): void {
  scores[own + PEER] = (scores[own + PEER] as number) - logStep * factor;
  scores[own + RELATIVE_LOSS] = (scores[own + RELATIVE_LOSS] as number) - lossStep * factor;
  scores[own + LOG_TIME] = (scores[own + LOG_TIME] as number) - logStep * now;
  scores[own + LOSS_TIME] = (scores[own + LOSS_TIME] as number) - lossStep * now;
}

/** Someone comes or leaves: their integrals are counted from, or up to, where the prefix integrals are. */
export function markPresence(
  totals: SweepTotals,
  who: number,
  now: number,
  compared: number,
  logMean: number,
  lossMean: number,
  comes: boolean,
): void {
  const sign = comes ? -1 : 1;
  const own = who * STRIDE;
  totals.stands[who] = comes ? 1 : 0;
  totals.stood[who] = (totals.stood[who] as number) + sign * now;
  totals.compared[who] = (totals.compared[who] as number) + sign * compared;
  totals.scores[own + PEER] = (totals.scores[own + PEER] as number) - sign * logMean;
  totals.scores[own + RELATIVE_LOSS] = (totals.scores[own + RELATIVE_LOSS] as number) - sign * lossMean;
}

/** The totals with those outside the pool taken from a sweep that compared with the whole pool. */
export function withOutsiders(totals: SweepTotals, wholePool: SweepTotals, inPool: Uint8Array): SweepTotals {
  for (let who = 0; who < inPool.length; who++) {
    if (inPool[who] === 1) continue;
    totals.compared[who] = wholePool.compared[who] as number;
    totals.scores.set(wholePool.scores.subarray(who * STRIDE, (who + 1) * STRIDE), who * STRIDE);
  }
  return totals;
}
