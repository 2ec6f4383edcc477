import { conflictWords } from "#core/resolution/conflicts.ts";

/** Who proposed or decided an answer with a conflict of interest, as a sentence; empty without one. */
export function conflictLine(did: "Proposed" | "Decided", who: string, conflicts: readonly string[], declared: string) {
  const interest = conflictWords(conflicts);
  return [interest ? `${did} by ${who}, ${interest}.` : "", declared ? `Declared by ${who}: ${declared}` : ""]
    .filter(Boolean)
    .join(" ");
}
