/** What an evaluation answers. Every word of it is derived, so that the same inputs give the same bytes. */

/** Kleene's three values: a condition that nothing decides yet is pending. */
export type Truth = "true" | "false" | "pending";

/** What a pending condition waits for. */
export type Missing =
  /** So many more qualifying events, before `until`. */
  | { readonly kind: "events"; readonly text: string; readonly count: number; readonly until: number }
  /** An event that would count lacks sources. */
  | { readonly kind: "sources"; readonly text: string; readonly eventId: string; readonly count: number }
  /** An event that would count is disputed. */
  | { readonly kind: "dispute"; readonly text: string; readonly eventId: string }
  /** An event that may lie within the span or outside it needs a closer date. */
  | { readonly kind: "precision"; readonly text: string; readonly eventId: string }
  /** The time for late reports is not over. */
  | { readonly kind: "settlement_lag"; readonly text: string; readonly until: number }
  /** Nobody has signed that the log is complete for this scope over these spans. */
  | {
      readonly kind: "coverage";
      readonly text: string;
      readonly types: readonly string[];
      /** Whose events a statement must cover at least; none: everybody's. */
      readonly actors: readonly string[];
      readonly gaps: readonly { readonly from: number; readonly until: number }[];
    }
  /** The criteria cannot decide this by themselves: a person must. */
  | { readonly kind: "decision"; readonly text: string };

/** An event that fits a condition's match but does not count, and why. */
export interface NotCounted {
  readonly eventId: string;
  readonly because: "sources" | "disputed" | "retracted" | "straddles_window" | "no_magnitude";
  readonly text: string;
}

/** One node of the rule: its value, why, and by which events. */
export interface TraceNode {
  readonly kind: "occurs" | "all" | "any" | "not" | "sequence" | "choice" | "option" | "measure" | "first";
  /** The option, on the nodes of a multiple-choice question. */
  readonly optionId?: string;
  /** The condition in English. */
  readonly clause: string;
  readonly value: Truth;
  readonly effectiveAt: number | null;
  readonly knownAt: number | null;
  /** Why it has this value, in English. */
  readonly why: string;
  /** The events that decide it, or that count towards it so far. */
  readonly eventIds: readonly string[];
  /** The statements of coverage under which absence decides it. */
  readonly coverageIds: readonly string[];
  readonly notCounted: readonly NotCounted[];
  readonly missing: readonly Missing[];
  readonly children: readonly TraceNode[];
}

export interface Evaluation {
  /** `true` and `false` for binary criteria; `decided` for the others. */
  readonly verdict: Truth | "decided";
  /** `yes`, `no`, an option's id, a number, an instant in ISO 8601, or `above` for a date that did not come; null while pending. */
  readonly outcome: string | null;
  /** E: when it became true in the world. Never after K. */
  readonly effectiveAt: number | null;
  /** K: when it was publicly known; the deadline for an answer by absence. */
  readonly knownAt: number | null;
  /** The decisive events; for an answer by absence those that count, but are too few. */
  readonly evidenceIds: readonly string[];
  /** The statements of coverage on which an answer by absence rests. */
  readonly coverageIds: readonly string[];
  /** What a pending evaluation waits for. */
  readonly missing: readonly Missing[];
  readonly trace: TraceNode;
  /** The instant for which the log was read. */
  readonly asOf: number;
}
