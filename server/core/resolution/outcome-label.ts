import { formatInstant } from "#core/time/format-instant.ts";

const OUTSIDE: ReadonlyMap<string, string> = new Map([
  ["below", "Below the range"],
  ["above", "Above the range"],
]);
const INSTANT = /^\d{4}-\d{2}-\d{2}T/;

/**
 * An outcome in words: Yes, No, an option's label, a number, a date, an end of the range, or Void for none.
 *
 * Units: an instant in UTC.
 * Source: own rule.
 *
 * @example
 * outcomeLabel("yes", []); // => "Yes"
 * outcomeLabel(null, []); // => "Void"
 */
export function outcomeLabel(outcome: string | null, options: readonly { id: string; label: string }[]): string {
  if (outcome === null) return "Void";
  if (outcome === "yes") return "Yes";
  if (outcome === "no") return "No";
  const label = options.find((option) => option.id === outcome)?.label ?? OUTSIDE.get(outcome);
  if (label !== undefined) return label;
  return INSTANT.test(outcome) ? `${formatInstant(Date.parse(outcome), "UTC")} UTC` : outcome;
}
