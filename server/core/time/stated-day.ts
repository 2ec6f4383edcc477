const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * The beginning in UTC of a day that is written `2026-02-06`; null for any other text, and for a day that no calendar has.
 * Forms that mean different days in different countries (03/04/2026) are never guessed at.
 *
 * Units: epoch milliseconds.
 * Source: ISO 8601 calendar dates, extended form.
 *
 * @example
 * statedDay("2026-02-06"); // => Date.UTC(2026, 1, 6)
 * statedDay("2026-02-30"); // => null
 * statedDay("03/04/2026"); // => null
 */
export function statedDay(text: string): number | null {
  const [whole, year, month, day] = DAY.exec(text) ?? [];
  if (whole === undefined) return null;
  const at = Date.UTC(Number(year), Number(month) - 1, Number(day));
  // A day beyond the month's last, or a year below 100, comes back as another one.
  return new Date(at).toISOString().startsWith(whole) ? at : null;
}
