/** What one score run was computed from, as far as it is kept with the run. Instants are epoch milliseconds. */
export interface RunInputs {
  readonly engine: string;
  readonly inputHash: string;
  readonly outcome: string | null;
  readonly knownAt: number;
}

/** Why two runs of one question may differ: another answer, another time from which it was known, other rules, other forecasts. */
export type RunDifference = "answer" | "known_time" | "engine" | "forecasts";

/**
 * What changed between two score runs of one question; empty when the inputs are the same, and so are the scores.
 *
 * Formula: answer, known time and engine are compared; a hash that differs without any of them differing speaks of the forecasts
 * or of who is in the pool.
 * Range: a list without repetition, in the order above.
 * Source: own rule.
 *
 * @example
 * runDifferences({ engine: "e", inputHash: "1", outcome: "yes", knownAt: 5 }, { engine: "e", inputHash: "2", outcome: "no", knownAt: 5 }); // => ["answer"]
 */
export function runDifferences(before: RunInputs, after: RunInputs): RunDifference[] {
  const found: RunDifference[] = [];
  if (before.outcome !== after.outcome) found.push("answer");
  if (before.knownAt !== after.knownAt) found.push("known_time");
  if (before.engine !== after.engine) found.push("engine");
  if (found.length === 0 && before.inputHash !== after.inputHash) found.push("forecasts");
  return found;
}
