import type { StandingSpans } from "./standing-spans.ts";
import {
  emptyTotals,
  markPresence,
  type Prefix,
  replaceRow,
  type SweepTotals,
  standingLog,
  standingLoss,
} from "./sweep-totals.ts";

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
 * Summed by parts over the rows of one person, an update at t adds (l_old − l_new)·A(t), and B is needed only where they
 * come and leave. The relative loss is the same with the loss in place of ln p. Someone outside the pool is compared with
 * the mean of the whole pool: l·∫[n ≥ 1] − ∫[n ≥ 1] Σ/n. Sums are compensated, and depend on the order of events alone,
 * which is canonical: equal inputs in any order give equal bits.
 *
 * Units: ln p and loss × milliseconds. Source: the definition of the Peer score; the prefix form is ours.
 */
export function peerSweep(rows: RowScores, spans: StandingSpans, inPool: Uint8Array, spanMs: number): SweepTotals {
  const { forecaster, logProbability, loss, baseline } = rows;
  const { start, end, begun, withdrawn } = spans;
  const totals = emptyTotals(inPool.length);
  const { scores, stands } = totals;
  const pool = new PoolSums(inPool.includes(0));
  let leaving = 0;
  let nextEnd = withdrawn.length > 0 ? (end[withdrawn[0] as number] as number) : Number.POSITIVE_INFINITY;
  for (const row of begun) {
    const now = start[row] as number;
    while (nextEnd <= now) {
      leave(totals, pool, forecaster[withdrawn[leaving] as number] as number, nextEnd, inPool);
      leaving++;
      nextEnd = leaving < withdrawn.length ? (end[withdrawn[leaving] as number] as number) : Number.POSITIVE_INFINITY;
    }
    pool.advance(now);
    const who = forecaster[row] as number;
    const member = inPool[who] === 1;
    const log = logProbability[row] as number;
    const cost = loss[row] as number;
    if (member) {
      // Someone who does not stand has zeros in the place of their row.
      pool.add(log - standingLog(scores, who), cost - standingLoss(scores, who), stands[who] === 0 ? 1 : 0);
    }
    const prefix: Prefix = member ? pool.members : pool.outsiders;
    replaceRow(scores, who, now, prefix.factor, log, cost, baseline[row] as number);
    if (stands[who] === 0) markPresence(totals, who, now, prefix, -1);
  }
  for (; leaving < withdrawn.length; leaving++) {
    const row = withdrawn[leaving] as number;
    leave(totals, pool, forecaster[row] as number, end[row] as number, inPool);
  }
  pool.advance(spanMs);
  for (let who = 0; who < inPool.length; who++) {
    if (stands[who] === 1) leave(totals, pool, who, spanMs, inPool);
  }
  return totals;
}

function leave(totals: SweepTotals, pool: PoolSums, who: number, now: number, inPool: Uint8Array): void {
  const { scores } = totals;
  pool.advance(now);
  const member = inPool[who] === 1;
  const prefix = member ? pool.members : pool.outsiders;
  if (member) pool.add(-standingLog(scores, who), -standingLoss(scores, who), -1);
  replaceRow(scores, who, now, prefix.factor, 0, 0, 0);
  markPresence(totals, who, now, prefix, 1);
}

/** The pool at this moment: how many stand, compensated sums of their ln p and losses, and the integrals of both so far. */
class PoolSums {
  readonly members: Prefix = { compared: 0, factor: 0, log: 0, loss: 0 };
  readonly outsiders: Prefix = { compared: 0, factor: 0, log: 0, loss: 0 };
  private readonly hasOutsiders: boolean;
  private last = 0;
  private n = 0;
  private log = 0;
  private logLost = 0;
  private loss = 0;
  private lossLost = 0;

  constructor(hasOutsiders: boolean) {
    this.hasOutsiders = hasOutsiders;
  }

  /** Carries the integrals on to a later moment: nothing changed since the last. */
  advance(now: number): void {
    const span = now - this.last;
    if (span <= 0) return;
    this.last = now;
    if (this.n >= 2) extend(this.members, span, span / (this.n - 1), this.n, this.log, this.loss);
    if (this.hasOutsiders && this.n >= 1) extend(this.outsiders, span, span / this.n, this.n, this.log, this.loss);
  }

  /** Changes the sums, and by how many the pool grew. */
  add(log: number, loss: number, growth: number): void {
    this.n += growth;
    if (this.n === 0) {
      this.log = this.logLost = this.loss = this.lossLost = 0;
      return;
    }
    const logStep = log - this.logLost;
    const logSum = this.log + logStep;
    this.logLost = logSum - this.log - logStep;
    this.log = logSum;
    const lossStep = loss - this.lossLost;
    const lossSum = this.loss + lossStep;
    this.lossLost = lossSum - this.loss - lossStep;
    this.loss = lossSum;
  }
}

function extend(prefix: Prefix, span: number, share: number, n: number, log: number, loss: number): void {
  prefix.compared += span;
  prefix.factor += share * n;
  prefix.log += share * log;
  prefix.loss += share * loss;
}
