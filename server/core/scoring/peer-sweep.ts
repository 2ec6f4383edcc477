import type { StandingSpans } from "./standing-spans.ts";
import { advancePrefixes, beginRow, endRow, LOG, LOSS, PREFIXES, STANDS, TOTALS } from "./sweep-totals.ts";

/** What each row would score if it stood all the time, by row. */
export interface RowScores {
  forecaster: Int32Array;
  /** ln p of what happened. */
  logProbability: Float64Array;
  /** The 0–1 loss (half Brier, RPS, CRPS). */
  loss: Float64Array;
  /** The Baseline score at a point in time. */
  baseline: Float64Array;
}

/**
 * One sweep over the rows of a question in time order: every time-averaged score of every forecaster in O(F log F).
 *
 * With n pool members standing, the mean of the others' ln p is (Σ − l)/(n − 1), so that
 * l − mean of others = l·n/(n − 1) − Σ/(n − 1). The sweep keeps n and Σ and the prefix integrals
 * A(t) = ∫[n ≥ 2] n/(n − 1) and B(t) = ∫[n ≥ 2] Σ/(n − 1); a row standing on [a, b) then earns l·(A(b) − A(a)) − (B(b) − B(a)).
 * The relative loss is the same with the loss in place of ln p. Someone outside the pool is compared with the mean of
 * the whole pool: l·∫[n ≥ 1] − ∫[n ≥ 1] Σ/n. Sums are compensated, and depend on the order of events alone, which is
 * canonical: equal inputs in any order give equal bits.
 *
 * Gives the integrals of each forecaster, `TOTALS` numbers apart, at the places named by `TOTAL`.
 * Units: ln p and loss × milliseconds. Source: the definition of the Peer score; the prefix form is ours.
 */
export function peerSweep(rows: RowScores, spans: StandingSpans, inPool: Uint8Array, spanMs: number): Float64Array {
  const { forecaster, logProbability, loss, baseline } = rows;
  const { start, end, begun, withdrawn } = spans;
  const totals = new Float64Array(inPool.length * TOTALS);
  const hasOutsiders = inPool.includes(0);
  const prefix = new Float64Array(PREFIXES);
  let n = 0;
  let logSum = 0;
  let logLost = 0;
  let lossSum = 0;
  let lossLost = 0;
  let last = 0;
  let next = 0;
  let leaving = 0;
  let closing = 0;
  for (;;) {
    let began = -1;
    let who = 0;
    let now = spanMs;
    const leaver = leaving < withdrawn.length ? (withdrawn[leaving] as number) : -1;
    const comer = next < begun.length ? (begun[next] as number) : -1;
    if (leaver >= 0 && (comer < 0 || (end[leaver] as number) <= (start[comer] as number))) {
      leaving++;
      who = forecaster[leaver] as number;
      now = end[leaver] as number;
    } else if (comer >= 0) {
      next++;
      began = comer;
      who = forecaster[comer] as number;
      now = start[comer] as number;
    } else if (closing < inPool.length) who = closing++;
    else return totals;

    if (now > last) {
      advancePrefixes(prefix, now - last, n, logSum, lossSum, hasOutsiders);
      last = now;
    }
    const own = who * TOTALS;
    const pool = inPool[who] === 1;
    let logChange = 0;
    let lossChange = 0;
    if (totals[own + STANDS] === 1) {
      logChange = -(totals[own + LOG] as number);
      lossChange = -(totals[own + LOSS] as number);
      endRow(totals, own, prefix, now, pool);
      if (pool) n--;
    }
    if (began >= 0) {
      const log = logProbability[began] as number;
      const cost = loss[began] as number;
      logChange += log;
      lossChange += cost;
      beginRow(totals, own, prefix, now, pool, log, cost, baseline[began] as number);
      if (pool) n++;
    }
    if (!pool) continue;
    if (n === 0) {
      logSum = logLost = lossSum = lossLost = 0;
      continue;
    }
    const logStep = logChange - logLost;
    const newLogSum = logSum + logStep;
    logLost = newLogSum - logSum - logStep;
    logSum = newLogSum;
    const lossStep = lossChange - lossLost;
    const newLossSum = lossSum + lossStep;
    lossLost = newLossSum - lossSum - lossStep;
    lossSum = newLossSum;
  }
}
