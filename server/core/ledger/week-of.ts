const DAY_MS = 86_400_000;

/**
 * The week of an instant: weeks begin on Monday, and the first of a year is the one with its first Thursday.
 *
 * Units: epoch milliseconds, UTC.
 * Source: ISO 8601.
 *
 * @example
 * weekOf(Date.UTC(2027, 0, 1)); // => "2026-W53"
 * weekOf(Date.UTC(2026, 0, 5)); // => "2026-W02"
 */
export function weekOf(at: number): string {
  const midnight = Math.floor(at / DAY_MS) * DAY_MS;
  const weekday = (new Date(midnight).getUTCDay() + 6) % 7;
  const thursday = midnight + (3 - weekday) * DAY_MS;
  const year = new Date(thursday).getUTCFullYear();
  const number = 1 + Math.floor((thursday - Date.UTC(year, 0, 1)) / (7 * DAY_MS));
  return `${year}-W${String(number).padStart(2, "0")}`;
}
