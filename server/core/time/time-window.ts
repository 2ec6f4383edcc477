/** The half-open span `[from, until)` in epoch milliseconds: the end itself lies outside. */
export interface TimeWindow {
  readonly from: number;
  readonly until: number;
}

export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;

/**
 * Whether an instant lies in a window.
 *
 * Formula: from ≤ at < until.
 * Units: epoch milliseconds.
 *
 * @example
 * windowContains({ from: 0, until: 10 }, 0); // => true
 * windowContains({ from: 0, until: 10 }, 10); // => false
 */
export function windowContains(window: TimeWindow, at: number): boolean {
  return window.from <= at && at < window.until;
}

/**
 * Whether the inner window lies wholly in the outer one.
 *
 * @example
 * windowHolds({ from: 0, until: 10 }, { from: 5, until: 10 }); // => true
 * windowHolds({ from: 0, until: 10 }, { from: 5, until: 11 }); // => false
 */
export function windowHolds(outer: TimeWindow, inner: TimeWindow): boolean {
  return outer.from <= inner.from && inner.until <= outer.until;
}

/**
 * Whether two windows share an instant. Windows that only touch do not.
 *
 * @example
 * windowsOverlap({ from: 0, until: 10 }, { from: 9, until: 20 }); // => true
 * windowsOverlap({ from: 0, until: 10 }, { from: 10, until: 20 }); // => false
 */
export function windowsOverlap(a: TimeWindow, b: TimeWindow): boolean {
  return a.from < b.until && b.from < a.until;
}
