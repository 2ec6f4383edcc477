/**
 * The CRPS of a sample, for comparison with ensemble forecasts: Parley's own forecasts are CDFs (`crpsOnGrid`).
 *
 * Formula: Σ w_i|x_i − y| − ½ΣΣ w_i w_j|x_i − x_j| with weights of sum 1 (equal when none are given).
 * Units: those of y; 0 best. Source: Gneiting & Raftery (2007); agrees with scoringRules ("edf") and properscoring.
 *
 * @example
 * crpsOfEnsemble(4.5, [4, 5]); // => 0.25
 */
export function crpsOfEnsemble(outcome: number, members: readonly number[], weights?: readonly number[]): number {
  const total = weights === undefined ? members.length : weights.reduce((sum, weight) => sum + weight, 0);
  const sorted = members
    .map((value, i) => ({ value, weight: (weights?.[i] ?? 1) / total }))
    .sort((a, b) => a.value - b.value);
  let distance = 0;
  let spread = 0;
  let below = 0;
  for (const { value, weight } of sorted) {
    distance += weight * Math.abs(value - outcome);
    spread += weight * value * (2 * below + weight - 1);
    below += weight;
  }
  return distance - spread;
}
