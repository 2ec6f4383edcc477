/** What may tie somebody to an answer that they propose or decide. */
export type ConflictKind = "has_forecast" | "holds_position";

export interface Ties {
  /** They have ever forecast on the question. */
  readonly hasForecast: boolean;
  /** They hold shares or an open order in its market. */
  readonly holdsPosition: boolean;
}

/**
 * The conflicts of interest that the record states beside a proposer's or a decider's name. They are stated, not asked
 * for: nobody can leave one out. That a position bars its holder from deciding is the decision's own rule.
 *
 * @example
 * conflictsOf({ hasForecast: true, holdsPosition: false }); // => ["has_forecast"]
 * conflictsOf({ hasForecast: false, holdsPosition: false }); // => []
 */
export function conflictsOf({ hasForecast, holdsPosition }: Ties): ConflictKind[] {
  return [...(hasForecast ? (["has_forecast"] as const) : []), ...(holdsPosition ? (["holds_position"] as const) : [])];
}
