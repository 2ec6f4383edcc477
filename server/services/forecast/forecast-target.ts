import { DomainError } from "#core/errors.ts";
import type { ForecastKind } from "#core/forecast/forecast-kind.ts";
import type { QuestionRange } from "#core/question/question-range.ts";
import type { RuleValues } from "#core/rule-values.ts";
import type { Db, Tx } from "#db/client.ts";
import { Prisma } from "#db/generated/client.ts";
import { lockingRow } from "#db/locks.ts";
import type { ServiceContext } from "#services/context.ts";
import { type StoredRange, withRange } from "#services/question/stored-range.ts";
import { isAnswered, isPublished } from "#services/question-state.ts";
import { questionIsVisible, type Viewer } from "#services/visibility.ts";

/** A question as the acts of forecasting see it. */
export interface ForecastTarget {
  readonly questionId: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly revealAt: Date | null;
  readonly isVisible: boolean;
  readonly isPublished: boolean;
  readonly isAnswered: boolean;
  /** 0 but for a multiple choice. */
  readonly options: number;
  /** Null but for a number or a date. */
  readonly range: QuestionRange | null;
}

/** How the question is forecast. */
export function kindOf({ options, range }: ForecastTarget): ForecastKind {
  if (range) return "continuous";
  return options > 0 ? "multiple_choice" : "binary";
}

async function loadTarget(
  db: Db | Tx,
  viewer: Pick<Viewer, "actor">,
  questionId: string,
  lock: Prisma.Sql = Prisma.empty,
): Promise<ForecastTarget | undefined> {
  const [target] = await db.$queryRaw<(Omit<ForecastTarget, "range"> & StoredRange)[]>`
    SELECT q.id AS "questionId", q.opens_at AS "opensAt", q.closes_at AS "closesAt", q.reveal_at AS "revealAt",
      q.range_min AS "rangeMin", q.range_max AS "rangeMax", q.zero_point AS "zeroPoint", q.open_lower AS "openLower",
      q.open_upper AS "openUpper", q.unit,
      ${questionIsVisible(viewer)} AS "isVisible",
      ${isPublished} AS "isPublished",
      ${isAnswered} AS "isAnswered",
      (SELECT count(*)::int FROM question_options o WHERE o.question_id = q.id) AS options
    FROM questions q WHERE q.id = ${questionId}::uuid ${lock}`;
  return target && withRange(target);
}

/**
 * Locks a question that the actor may see, so that what is stamped from here on holds until the commit. One statement
 * locks and reads: whether the question is open is for the database to say when it takes the forecast, and its options
 * and range are settled before it opens.
 */
export async function lockTarget(tx: Tx, viewer: Pick<Viewer, "actor">, questionId: string): Promise<ForecastTarget> {
  const target = await loadTarget(tx, viewer, questionId, lockingRow(tx, "question", questionId));
  if (!target?.isVisible) throw new DomainError("subject_must_exist", { kind: "question", field: "questionId" });
  return target;
}

/** Why the database refused a forecast or withdrawal. Asked after the refusal, which has ended the transaction. */
export async function refusal({ db, actor, now }: ServiceContext, questionId: string): Promise<DomainError> {
  const target = await loadTarget(db, { actor }, questionId);
  const why = (values: RuleValues["question_must_be_open"]) => new DomainError("question_must_be_open", values);
  if (!target?.isPublished) return why({ reason: "unpublished" });
  if (target.isAnswered) return why({ reason: "answered" });
  if (now < target.opensAt) return why({ reason: "not_yet", at: target.opensAt });
  return why({ reason: "over", at: target.closesAt });
}
