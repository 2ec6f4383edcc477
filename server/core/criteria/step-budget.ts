/**
 * How many steps one evaluation may take. A step is about one event looked at for one condition; this many take a fraction of
 * a second, in which nobody else is served.
 */
export const MAX_STEPS = 3_000_000;

/** Thrown inside an evaluation that has taken all of its steps. */
class StepsSpent extends Error {}

/**
 * A counter of steps that throws once more have been taken than there are. Steps are counted, not milliseconds, so that an
 * evaluation ends the same way on every machine.
 *
 * Errors: one that `withinBudget` catches.
 *
 * @example
 * stepBudget(10)(10); // => undefined
 */
export function stepBudget(most: number): (steps: number) => void {
  let left = most;
  return (steps) => {
    left -= steps;
    if (left < 0) throw new StepsSpent(`An evaluation may take ${most} steps.`);
  };
}

/**
 * What a function gives, or what stands in for it when its steps are spent.
 *
 * @example
 * withinBudget(() => 1, () => 2); // => 1
 */
export function withinBudget<T>(run: () => T, instead: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof StepsSpent) return instead();
    throw error;
  }
}
