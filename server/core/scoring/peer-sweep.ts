import type { ActiveSpans } from "./active-spans.ts";
import {
  addChange,
  emptyTotals,
  LOG,
  LOSS,
  markPresence,
  STRIDE,
  type SweepTotals,
  withOutsiders,
} from "./sweep-totals.ts";

/** What each row would score if it stood all the time, by row. */
export interface RowScores {
  forecaster: Int32Array;
  /** ln p of what happened. */
  logProbability: Float64Array;
  /** The 0–1 loss (half Brier, RPS, CRPS). */
  loss: Float64Array;
}

/**
 * One sweep over the rows of a question in time order: every time-averaged score of every forecaster in O(F log F).
 *
 * With n pool members active, the mean of the others' ln p is (Σ − l)/(n − 1), so that
 * l − mean of others = l·n/(n − 1) − Σ/(n − 1). The sweep keeps n and Σ and the prefix integrals
 * A(t) = ∫[n ≥ 2] n/(n − 1) and B(t) = ∫[n ≥ 2] Σ/(n − 1); a row active on [a, b) then earns l·(A(b) − A(a)) − (B(b) − B(a)).
 * Summed by parts over the rows of one person, an update at t adds (l_old − l_new)·A(t), and B is needed only where they
 * come and leave. The relative loss is the same with the loss in place of ln p. Someone outside the pool is compared with
 * the mean of the whole pool, l·∫[n ≥ 1] − ∫[n ≥ 1] Σ/n: the same sweep without leaving anyone out, done only if there
 * are such. Sums are compensated, and depend on the order of events alone, which is canonical: equal inputs in any order
 * give equal bits.
 *
 * Times are taken from the open, so that they keep their precision. Units: ln p and loss × milliseconds. Source: the definition of the Peer score; the prefix form is ours.
 */
export function peerSweep(rows: RowScores, spans: ActiveSpans, inPool: Uint8Array, opensAt: number): SweepTotals {
  const totals = sweep(rows, spans, opensAt, inPool, 1);
  return inPool.includes(0) ? withOutsiders(totals, sweep(rows, spans, opensAt, inPool, 0), inPool) : totals;
}

/** Events are taken in stretches: a short function called often is compiled well, a long loop entered once is not. */
const STRETCH = 512;

function sweep(rows: RowScores, spans: ActiveSpans, opensAt: number, inPool: Uint8Array, itself: 0 | 1): SweepTotals {
  const totals = emptyTotals(inPool.length);
  for (const events of [spans.events, spans.closing]) {
    for (let from = 0; from < events.length; from += STRETCH) {
      sweepStretch(rows, spans, opensAt, events, from, Math.min(events.length, from + STRETCH), inPool, itself, totals);
    }
  }
  return totals;
}

/** `itself` is 1 where everyone is compared with the others of the pool, 0 where with all of it. */
function sweepStretch(
  { forecaster, logProbability, loss }: RowScores,
  { startsAt, endsAt }: ActiveSpans,
  opensAt: number,
  events: Int32Array,
  from: number,
  to: number,
  inPool: Uint8Array,
  itself: 0 | 1,
  totals: SweepTotals,
): void {
  const { scores, stands, sums } = totals;
  let last = sums[0] as number;
  let n = sums[1] as number;
  let logSum = sums[2] as number;
  let logLost = sums[3] as number;
  let lossSum = sums[4] as number;
  let lossLost = sums[5] as number;
  let compared = sums[6] as number;
  let factor = sums[7] as number;
  let logMean = sums[8] as number;
  let lossMean = sums[9] as number;
  for (let e = from; e < to; e++) {
    const event = events[e] as number;
    const begins = event >= 0;
    const row = begins ? event : ~event;
    const now = ((begins ? startsAt[row] : endsAt[row]) as number) - opensAt;
    const span = now - last;
    last = now;
    if (n > itself) {
      const share = span / (n - itself);
      compared += span;
      factor += share * n;
      logMean += share * logSum;
      lossMean += share * lossSum;
    }
    const who = forecaster[row] as number;
    const own = who * STRIDE;
    const log = begins ? (logProbability[row] as number) : 0;
    const cost = begins ? (loss[row] as number) : 0;
    // Someone who does not stand has zeros in the place of their row.
    const logStep = log - (scores[own + LOG] as number);
    const lossStep = cost - (scores[own + LOSS] as number);
    addChange(scores, own, now, factor, logStep, lossStep);
    scores[own + LOG] = log;
    scores[own + LOSS] = cost;
    const member = inPool[who] as number;
    if (!begins || stands[who] === 0) {
      markPresence(totals, who, now, compared, logMean, lossMean, begins);
      n += begins ? member : -member;
    }
    const logPart = logStep * member - logLost;
    const newLogSum = logSum + logPart;
    logLost = newLogSum - logSum - logPart;
    logSum = newLogSum;
    const lossPart = lossStep * member - lossLost;
    const newLossSum = lossSum + lossPart;
    lossLost = newLossSum - lossSum - lossPart;
    lossSum = newLossSum;
  }
  sums.set([last, n, logSum, logLost, lossSum, lossLost, compared, factor, logMean, lossMean]);
}
