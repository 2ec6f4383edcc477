import { outcomeLabel } from "#core/resolution/outcome-label.ts";
import type { ServiceContext } from "#services/context.ts";
import { type StoredRange, withRange } from "#services/question/stored-range.ts";
import { loadPerson } from "#services/user/load-person.ts";
import { forecastIsVisible } from "#services/visibility.ts";
import type { ForecastsOfUserInput } from "./input.ts";
import { before, isLate, newestFirst, pageOf, withAnswer } from "./shown-forecasts.ts";

interface Row extends StoredRange {
  id: string;
  sequence: bigint;
  madeAt: Date;
  probabilities: number[];
  rationale: string | null;
  slug: string;
  title: string;
  type: string;
  options: string[];
  optionIds: string[];
  outcome: string | null;
  isAnswered: boolean;
  isLate: boolean;
}

/** A person's forecasts, the newest first, as far as whoever asks may see them. */
export async function forecastsOfUser(ctx: ServiceContext, { name, cursor, limit = 25 }: ForecastsOfUserInput) {
  const { id } = await loadPerson(ctx.db, name);
  const rows = await ctx.db.$queryRaw<Row[]>`
    SELECT f.id, f.sequence, f.made_at AS "madeAt", f.probabilities, f.rationale, q.slug, q.title, q.type,
      q.range_min AS "rangeMin", q.range_max AS "rangeMax", q.zero_point AS "zeroPoint", q.open_lower AS "openLower",
      q.open_upper AS "openUpper", q.unit,
      ARRAY(SELECT o.label FROM question_options o WHERE o.question_id = q.id ORDER BY o.position) AS options,
      ARRAY(SELECT o.id::text FROM question_options o WHERE o.question_id = q.id ORDER BY o.position) AS "optionIds",
      r.outcome, r.id IS NOT NULL AS "isAnswered", COALESCE(${isLate}, false) AS "isLate"
    FROM forecasts f JOIN questions q ON q.id = f.question_id ${withAnswer}
    WHERE f.forecaster_id = ${id}::uuid AND ${forecastIsVisible(ctx)} AND ${before(cursor)}
    ORDER BY ${newestFirst} LIMIT ${limit + 1}`;
  const { items, nextCursor } = pageOf(rows, limit);
  return {
    items: items.map(withRange).map(({ optionIds, outcome, isAnswered, options, ...row }) => ({
      ...row,
      options,
      answer: isAnswered
        ? outcomeLabel(
            outcome,
            optionIds.map((optionId, k) => ({ id: optionId, label: options[k] ?? "" })),
          )
        : null,
    })),
    nextCursor,
  };
}
