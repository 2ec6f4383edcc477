/** What a stated probability costs when the event's indicator is `outcome` (1 or 0); zero is best. */
export type Loss = (probability: number, outcome: 0 | 1) => number;

/**
 * The Brier loss of a yes/no forecast.
 *
 * Formula: (p − y)².
 * Range: 0 best … 1.
 * Source: Brier 1950, halved to one option.
 *
 * @example
 * brierLoss(0.5, 1); // => 0.25
 */
export function brierLoss(probability: number, outcome: 0 | 1): number {
  return (probability - outcome) ** 2;
}

/**
 * The logarithmic loss of a yes/no forecast.
 *
 * Formula: −ln of the probability given to what happened.
 * Range: 0 best … ∞.
 * Source: Good 1952.
 *
 * @example
 * logLoss(1, 1); // => 0
 */
export function logLoss(probability: number, outcome: 0 | 1): number {
  return 0 - Math.log(outcome === 1 ? probability : 1 - probability);
}

/**
 * The mean loss of forecasts that share probabilities.
 *
 * Formula: Σ [outcomes·loss(p,1) + (weight−outcomes)·loss(p,0)] / Σ weight, where nothing weighs nothing even at an infinite loss.
 * Units: those of the loss; NaN when there is no weight.
 * Source: definition.
 *
 * @example
 * meanLoss([{ probability: 0, weight: 2, outcomes: 0 }], logLoss); // => 0
 */
export function meanLoss(
  points: readonly { probability: number; weight: number; outcomes: number }[],
  loss: Loss,
): number {
  let sum = 0;
  let total = 0;
  for (const { probability, weight, outcomes } of points) {
    if (outcomes > 0) sum += outcomes * loss(probability, 1);
    if (weight > outcomes) sum += (weight - outcomes) * loss(probability, 0);
    total += weight;
  }
  return sum / total;
}
