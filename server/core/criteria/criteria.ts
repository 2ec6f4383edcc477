import type { SourceTier } from "#core/event/event.ts";

/**
 * Criteria are the typed, versioned rule that decides a question: what a person reads as a sentence and a machine
 * evaluates over the log. The object is plain JSON; its canonical text is what is hashed.
 */

/** Which events count. Every condition that is stated must hold; those left out are open. */
export interface Match {
  /** Type prefixes, any of which will do: `CONSULT` takes in `CONSULT.visit`. Empty: every type. */
  readonly types: readonly string[];
  /** Actor codes, as prefixes: `IRN` takes in `IRNGOV`. */
  readonly actors?: {
    readonly all?: readonly string[];
    readonly any?: readonly string[];
    readonly none?: readonly string[];
  };
  /** For each role named, some actor in that role must match one of the codes. */
  readonly roles?: {
    readonly initiator?: readonly string[];
    readonly recipient?: readonly string[];
    readonly mediator?: readonly string[];
  };
  /** Countries by ISO alpha-3 code (`OMN`), or place names (`Muscat`). An event without a place meets neither list. */
  readonly places?: { readonly any?: readonly string[]; readonly none?: readonly string[] };
  /** Every one of these must be on the event. */
  readonly tags?: readonly string[];
  /** Both bounds inclusive, in the unit named; an event without a magnitude, or in another unit, does not meet it. */
  readonly magnitude?: { readonly min?: number; readonly max?: number; readonly unit?: string };
}

export interface OccursRule {
  readonly kind: "occurs";
  readonly match: Match;
  /** How many such events; 1 when left out. */
  readonly atLeast?: number;
}
export interface AllRule {
  readonly kind: "all";
  readonly rules: readonly Rule[];
}
export interface AnyRule {
  readonly kind: "any";
  readonly rules: readonly Rule[];
}
export interface NotRule {
  readonly kind: "not";
  readonly rule: Rule;
}
/** Each rule comes true after the one before it; all of them within so many days of the first, when that is stated. */
export interface SequenceRule {
  readonly kind: "sequence";
  readonly rules: readonly Rule[];
  readonly withinDays?: number;
}
export type Rule = OccursRule | AllRule | AnyRule | NotRule | SequenceRule;

/** The half-open span `[from, until)` in epoch milliseconds, and the IANA zone in which it is stated in words. */
export interface CriteriaWindow {
  readonly from: number;
  readonly until: number;
  readonly zone: string;
}

/** What every kind of criteria states. */
export interface CriteriaFrame {
  readonly window: CriteriaWindow;
  /** How many independent groups of sources must report an event before it counts. */
  readonly minimumSourceGroups: number;
  /** The lowest tier of source that counts; any when left out. */
  readonly minimumTier?: SourceTier;
  /** How long after the window's end reports are awaited before absence may decide. */
  readonly settlementLagHours: number;
}

export interface BinaryCriteria extends CriteriaFrame {
  readonly rule: Rule;
}

export interface OptionRule {
  readonly optionId: string;
  readonly rule: Rule;
}
/** The option whose rule comes true first wins; `otherwise` when none has by the deadline. */
export interface MultipleChoiceCriteria extends CriteriaFrame {
  readonly options: readonly OptionRule[];
  readonly otherwise: string;
}

/** What is measured over the matching events of the window; all but `count` read the events' magnitudes. */
export type Measure = "count" | "sum" | "max" | "min" | "last";
export interface NumericCriteria extends CriteriaFrame {
  readonly measure: Measure;
  readonly match: Match;
}

/** The date of the first matching event. */
export interface DateCriteria extends CriteriaFrame {
  readonly first: Match;
}

export type Criteria = BinaryCriteria | MultipleChoiceCriteria | NumericCriteria | DateCriteria;
