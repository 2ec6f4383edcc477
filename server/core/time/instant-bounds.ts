/** The first instant that Parley keeps: what Postgres, JavaScript and people all can read lies within these two. */
export const EARLIEST_INSTANT = Date.UTC(1000, 0, 1);
/** The end of the years that Parley keeps; itself it is outside. */
export const END_OF_INSTANTS = Date.UTC(3000, 0, 1);

/**
 * Whether an instant lies within the years that Parley keeps, 1000 to 2999. Everything that stores or asks by an instant
 * has this one bound.
 *
 * Units: epoch milliseconds. NaN lies outside.
 *
 * @example
 * isKeptInstant(Date.UTC(2026, 1, 6)); // => true
 * isKeptInstant(8.64e15); // => false
 */
export function isKeptInstant(at: number): boolean {
  return at >= EARLIEST_INSTANT && at < END_OF_INSTANTS;
}
