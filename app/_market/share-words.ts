import type { Side } from "./market-view.ts";

/** A yes/no market has two outcomes, and one question: its second outcome is the other side of the first. */
export function isYesNo(outcomes: readonly string[]): boolean {
  return outcomes.length === 2 && outcomes[0] === "Yes" && outcomes[1] === "No";
}

/** What a share is of: "Yes", "No", an option, or "not" that option. */
export function shareWords(outcomes: readonly string[], outcome: number, side: Side): string {
  if (isYesNo(outcomes)) return outcomes[side === "yes" ? outcome : 1 - outcome] ?? "?";
  const label = outcomes[outcome] ?? "?";
  return side === "yes" ? label : `not ${label}`;
}
