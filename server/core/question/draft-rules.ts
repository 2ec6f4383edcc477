import type { Criteria } from "#core/criteria/criteria.ts";
import { criteriaKind } from "#core/criteria/criteria-matches.ts";
import { ensure } from "#core/errors.ts";
import { foldedText } from "#core/text/folded-text.ts";
import { ensureRangeIsSound, type QuestionRange } from "./question-range.ts";

/** What a draft must agree on with itself before it is kept. The end of the criteria's window is its deadline. */
export interface DraftFrame {
  readonly type: string;
  readonly opensAt: number;
  readonly closesAt: number;
  readonly revealAt: number | null;
  /** Labels, in order; none for a binary question. */
  readonly options: readonly string[];
  readonly criteria: Criteria;
  /** Where the answer of a numeric or date question is expected; null for the others. */
  readonly range: QuestionRange | null;
}

const MAX_OPTIONS = 12;

/**
 * Throws unless a draft is consistent: its dates in order, its options distinct, its criteria of its own type.
 *
 * Rules: opensAt < closesAt ≤ the window's end; opensAt ≤ revealAt ≤ closesAt; only a multiple-choice
 * question has options, from 2 to 12; only a numeric or date question has a range.
 * Units: epoch milliseconds.
 * Errors: `question_must_open_before_close`, `question_must_close_by_deadline`, `crowd_must_be_revealed_by_close`,
 * `options_must_be_distinct`, `criteria_must_fit_question`, and those of `ensureRangeIsSound`.
 *
 * @example
 * ensureDraftIsSound({ type: "binary", opensAt: 1, closesAt: 2, revealAt: null, options: [], range: null, criteria: { window: { until: 2 }, rule: { kind: "all", rules: [] } } }); // => undefined
 */
export function ensureDraftIsSound({ type, opensAt, closesAt, revealAt, options, criteria, range }: DraftFrame): void {
  ensure(opensAt < closesAt, "question_must_open_before_close", { field: "closesAt" });
  ensure(closesAt <= criteria.window.until, "question_must_close_by_deadline", { field: "closesAt" });
  ensure(revealAt === null || (opensAt <= revealAt && revealAt <= closesAt), "crowd_must_be_revealed_by_close", {
    field: "revealAt",
  });
  ensureOptionsAreDistinct(type, options);
  ensureRangeIsSound(type, range);
  ensure(criteriaKind(criteria) === type, "criteria_must_fit_question", { reason: "other_kind", field: "criteria" });
}

function ensureOptionsAreDistinct(type: string, options: readonly string[]): void {
  const distinct = new Set(options.map((label) => foldedText(label))).size;
  const [least, most] = type === "multiple_choice" ? [2, MAX_OPTIONS] : [0, 0];
  ensure(distinct === options.length && least <= distinct && distinct <= most, "options_must_be_distinct", {
    max: most,
    field: "options",
  });
}
