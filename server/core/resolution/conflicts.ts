/** A conflict of interest in a question: what somebody may gain by its answer. */
export type ConflictKind = "has_forecast" | "holds_position" | "has_traded";

export interface Interests {
  /** They have ever forecast on the question. */
  readonly hasForecast: boolean;
  /** They hold shares or an open order in its market. */
  readonly holdsPosition: boolean;
  /** They have traded in its market, whatever they hold now: a void, or a late known time, takes trades back. */
  readonly hasTraded: boolean;
}

/**
 * The conflicts of interest that the record states beside somebody's name. They are stated, not asked for: nobody can
 * leave one out.
 *
 * @example
 * conflictsOf({ hasForecast: true, holdsPosition: false, hasTraded: true }); // => ["has_forecast", "has_traded"]
 * conflictsOf({ hasForecast: false, holdsPosition: true, hasTraded: true }); // => ["holds_position"]
 */
export function conflictsOf({ hasForecast, holdsPosition, hasTraded }: Interests): ConflictKind[] {
  return [
    ...(hasForecast ? (["has_forecast"] as const) : []),
    ...(holdsPosition ? (["holds_position"] as const) : hasTraded ? (["has_traded"] as const) : []),
  ];
}

const WORDS: Readonly<Record<ConflictKind, string>> = {
  has_forecast: "a forecast on this question",
  holds_position: "a position in its market",
  has_traded: "trades in its market",
};

/**
 * Somebody's conflicts of interest in words, for the record; empty when there are none.
 *
 * @example
 * conflictWords(["has_forecast", "holds_position"]); // => "somebody with a forecast on this question and a position in its market"
 * conflictWords([]); // => ""
 */
export function conflictWords(conflicts: readonly string[]): string {
  const words = conflicts.flatMap((kind) => WORDS[kind as ConflictKind] ?? []);
  return words.length === 0 ? "" : `somebody with ${words.join(" and ")}`;
}
