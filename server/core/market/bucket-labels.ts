const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
const NUMBER = new Intl.NumberFormat("en", { maximumFractionDigits: 6 });
const MINUS = "−";

/**
 * The buckets of a range in words, lowest first.
 *
 * Units: bounds as the question has them; epoch milliseconds for a date, told as days of UTC.
 * Source: own wording.
 *
 * @example
 * bucketLabels("numeric", "visits", [4, 10]); // => ["Under 4 visits", "4 to under 10 visits", "10 visits or more"]
 * bucketLabels("date", "", [0, 864e5]); // => ["Before 1 Jan 1970", "1 Jan 1970 to before 2 Jan 1970", "2 Jan 1970 or later"]
 */
export function bucketLabels(type: string, unit: string, bounds: readonly number[]): string[] {
  const isDate = type === "date";
  const values = bounds.map((bound) => (isDate ? DAY.format(bound) : NUMBER.format(bound).replace("-", MINUS)));
  const counted = unit === "" ? "" : ` ${unit}`;
  const [first, last] = [values[0] ?? "", values.at(-1) ?? ""];
  return [
    isDate ? `Before ${first}` : `Under ${first}${counted}`,
    ...values.slice(1).map((next, i) => `${values[i]} to ${isDate ? "before" : "under"} ${next}${counted}`),
    isDate ? `${last} or later` : `${last}${counted} or more`,
  ];
}
