const TENTHS = 1000;

/**
 * Percentages scaled in proportion so that they sum to exactly 100, in tenths, none below 0.1: what the rounding leaves
 * over goes to those that lost most by it. All zeros become equal shares.
 */
export function scaledToWhole(percents: readonly number[]): number[] {
  const sum = percents.reduce((total, percent) => total + percent, 0);
  const room = TENTHS - percents.length;
  const exact = percents.map((percent) => 1 + (sum > 0 ? percent / sum : 1 / percents.length) * room);
  const tenths = exact.map(Math.floor);
  const left = TENTHS - tenths.reduce((total, part) => total + part, 0);
  const byLoss = exact
    .map((part, k) => ({ k, loss: part - Math.floor(part) }))
    .sort((a, b) => b.loss - a.loss || a.k - b.k);
  for (const { k } of byLoss.slice(0, left)) tenths[k] = (tenths[k] ?? 0) + 1;
  return tenths.map((part) => part / 10);
}

/** What percentages sum to, to four decimals, so that 33.3 + 33.3 + 33.4 is 100 and not nearly so. */
export function percentSum(percents: readonly number[]): number {
  return Math.round(percents.reduce((total, percent) => total + percent, 0) * 1e4) / 1e4;
}
