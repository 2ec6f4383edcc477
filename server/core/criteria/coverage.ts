/** A moderator's signed statement that the log is complete for a scope over a span of time. */
export interface CoverageStatement {
  readonly id: string;
  /** Type prefixes; empty: every type. */
  readonly types: readonly string[];
  /** Complete for events in which any of these actors took part, by code prefix; empty: whoever took part. */
  readonly actors: readonly string[];
  readonly coversFrom: number;
  readonly coversUntil: number;
  readonly signedAt: number;
  /** The earlier statement that this one replaces. */
  readonly supersedesId: string | null;
}
