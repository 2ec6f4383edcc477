const WORDS: Record<string, string> = {
  has_forecast: "has forecast on this question",
  holds_position: "holds a position in its market",
};

/** What ties somebody to an answer, as a sentence about them; empty when nothing does. */
export function conflictWords(who: string, conflicts: readonly string[], declared: string): string {
  const ties = conflicts.map((kind) => WORDS[kind] ?? kind).join(" and ");
  return [ties ? `${who} ${ties}.` : "", declared ? `Declared by ${who}: ${declared}` : ""].filter(Boolean).join(" ");
}
