import type { Criteria } from "#core/criteria/criteria.ts";
import { criteriaKind } from "#core/criteria/criteria-matches.ts";
import { ensure } from "#core/errors.ts";

/** What a draft must agree on with itself before it is kept. The end of the criteria's window is its deadline. */
export interface DraftFrame {
  readonly type: string;
  readonly opensAt: number;
  readonly closesAt: number;
  readonly revealAt: number | null;
  /** Labels, in order; none for a binary question. */
  readonly options: readonly string[];
  readonly criteria: Criteria;
}

const MOST_OPTIONS = 12;

/**
 * Throws unless a draft is consistent: its dates in order, its options distinct, its criteria of its own type.
 *
 * Rules: opensAt < closesAt ≤ the window's end; opensAt ≤ revealAt ≤ closesAt; a binary question has no options, a
 * multiple-choice question from 2 to 12.
 * Units: epoch milliseconds.
 * Errors: `question_must_open_before_close`, `question_must_close_by_deadline`, `crowd_must_be_revealed_by_close`,
 * `options_must_be_distinct`, `criteria_must_fit_question`.
 *
 * @example
 * ensureDraftIsSound({ type: "binary", opensAt: 1, closesAt: 2, revealAt: null, options: [], criteria: { window: { until: 2 }, rule: { kind: "all", rules: [] } } }); // => undefined
 */
export function ensureDraftIsSound({ type, opensAt, closesAt, revealAt, options, criteria }: DraftFrame): void {
  ensure(opensAt < closesAt, "question_must_open_before_close", "Forecasting must close after it opens.", "closesAt");
  ensure(
    closesAt <= criteria.window.until,
    "question_must_close_by_deadline",
    "Forecasting must close by the end of the criteria's window, the deadline.",
    "closesAt",
  );
  ensure(
    revealAt === null || (opensAt <= revealAt && revealAt <= closesAt),
    "crowd_must_be_revealed_by_close",
    "The crowd must be revealed between opening and closing.",
    "revealAt",
  );
  ensureOptionsAreDistinct(type, options);
  ensure(
    criteriaKind(criteria) === type,
    "criteria_must_fit_question",
    "The rule must be of the question's type: one rule for yes or no, one per option for several answers.",
    "criteria",
  );
}

function ensureOptionsAreDistinct(type: string, options: readonly string[]): void {
  const distinct = new Set(options.map((label) => label.trim().toLowerCase())).size;
  const [least, most] = type === "multiple_choice" ? [2, MOST_OPTIONS] : [0, 0];
  ensure(
    distinct === options.length && least <= distinct && distinct <= most,
    "options_must_be_distinct",
    most === 0
      ? "A question of yes or no has no options of its own."
      : `Give from 2 to ${MOST_OPTIONS} options, each with a label of its own.`,
    "options",
  );
}
