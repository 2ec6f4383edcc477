const GROUPED = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });

/**
 * A count with its noun, which is one for one and many for every other number.
 *
 * Source: English; thousands are grouped by commas.
 *
 * @example
 * [1, 0, 2310].map((count) => countText(count, "forecast")); // => ["1 forecast", "0 forecasts", "2,310 forecasts"]
 * countText(1, "person", "people"); // => "1 person"
 */
export function countText(count: number, one: string, many = `${one}s`): string {
  return `${GROUPED.format(count)} ${count === 1 ? one : many}`;
}
