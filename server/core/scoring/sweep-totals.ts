/**
 * The memory of the Peer sweep: one stretch of numbers per forecaster, so that an event touches neighbouring words.
 * The first six are the time integrals that the sweep gives; the rest is the standing row and the prefix integrals at
 * the moment it began.
 */
export const TOTALS = 16;

/** Where each integral lies in a forecaster's stretch: standing time, compared time, and four scores. */
export const TOTAL = { stood: 0, compared: 1, peer: 2, relativeLoss: 3, baseline: 4, loss: 5 } as const;

export const STANDS = 6;
const SINCE = 7;
export const LOG = 8;
export const LOSS = 9;
const BASELINE = 10;
const COMPARED_SINCE = 11;
const FACTOR_SINCE = 12;
const LOG_SINCE = 13;
const LOSS_SINCE = 14;

/** Prefix integrals over the pool: for its members (n ≥ 2) and for those outside of it (n ≥ 1). */
const COMPARED = 0;
const FACTOR = 1;
const LOG_MEAN = 2;
const LOSS_MEAN = 3;
const POOL_TIME = 4;
const POOL_LOG = 5;
const POOL_LOSS = 6;
export const PREFIXES = 7;

/** Carries the prefix integrals over a span in which nothing changed. */
export function advancePrefixes(
  prefix: Float64Array,
  span: number,
  n: number,
  logSum: number,
  lossSum: number,
  hasOutsiders: boolean,
): void {
  if (n >= 2) {
    const share = span / (n - 1);
    prefix[COMPARED] = (prefix[COMPARED] as number) + span;
    prefix[FACTOR] = (prefix[FACTOR] as number) + share * n;
    prefix[LOG_MEAN] = (prefix[LOG_MEAN] as number) + share * logSum;
    prefix[LOSS_MEAN] = (prefix[LOSS_MEAN] as number) + share * lossSum;
  }
  if (hasOutsiders && n >= 1) {
    const share = span / n;
    prefix[POOL_TIME] = (prefix[POOL_TIME] as number) + span;
    prefix[POOL_LOG] = (prefix[POOL_LOG] as number) + share * logSum;
    prefix[POOL_LOSS] = (prefix[POOL_LOSS] as number) + share * lossSum;
  }
}

/** Notes that a row begins to stand: its values, and where the prefix integrals are. */
export function beginRow(
  totals: Float64Array,
  own: number,
  prefix: Float64Array,
  now: number,
  pool: boolean,
  log: number,
  loss: number,
  baseline: number,
): void {
  totals[own + STANDS] = 1;
  totals[own + SINCE] = now;
  totals[own + LOG] = log;
  totals[own + LOSS] = loss;
  totals[own + BASELINE] = baseline;
  totals[own + COMPARED_SINCE] = prefix[pool ? COMPARED : POOL_TIME] as number;
  totals[own + FACTOR_SINCE] = prefix[pool ? FACTOR : POOL_TIME] as number;
  totals[own + LOG_SINCE] = prefix[pool ? LOG_MEAN : POOL_LOG] as number;
  totals[own + LOSS_SINCE] = prefix[pool ? LOSS_MEAN : POOL_LOSS] as number;
}

/** Ends the standing row and adds what it earned to its forecaster's integrals. */
export function endRow(totals: Float64Array, own: number, prefix: Float64Array, now: number, pool: boolean): void {
  const log = totals[own + LOG] as number;
  const loss = totals[own + LOSS] as number;
  const span = now - (totals[own + SINCE] as number);
  const factor = (prefix[pool ? FACTOR : POOL_TIME] as number) - (totals[own + FACTOR_SINCE] as number);
  add(totals, own + TOTAL.stood, span);
  add(totals, own + TOTAL.baseline, (totals[own + BASELINE] as number) * span);
  add(totals, own + TOTAL.loss, loss * span);
  add(
    totals,
    own + TOTAL.compared,
    (prefix[pool ? COMPARED : POOL_TIME] as number) - (totals[own + COMPARED_SINCE] as number),
  );
  const logMean = (prefix[pool ? LOG_MEAN : POOL_LOG] as number) - (totals[own + LOG_SINCE] as number);
  add(totals, own + TOTAL.peer, log * factor - logMean);
  const lossMean = (prefix[pool ? LOSS_MEAN : POOL_LOSS] as number) - (totals[own + LOSS_SINCE] as number);
  add(totals, own + TOTAL.relativeLoss, loss * factor - lossMean);
  totals[own + STANDS] = 0;
}

function add(totals: Float64Array, at: number, amount: number): void {
  totals[at] = (totals[at] as number) + amount;
}
