import type { Tx } from "#db/client.ts";
import { Prisma } from "#db/generated/client.ts";
import type { BundleText } from "#services/bundle/bundle-document.ts";
import { cursorRows } from "./cursor-rows.ts";

type ForecastText = BundleText["forecasts"][number];
type CommentText = NonNullable<BundleText["comments"]>[number];

/**
 * The forecasts on some questions, in the questions' order and then as they were made. An end is told where it is no update's, which
 * tells it by itself; and of what was replaced in the instant it was made.
 */
export function exportedForecasts(tx: Tx, ids: readonly string[]): AsyncGenerator<ForecastText> {
  return cursorRows(
    tx,
    Prisma.sql`
      SELECT q.slug AS "questionId", u.name AS "forecasterId", iso_instant(a.made_at) AS "madeAt",
        CASE WHEN a.next_is_withdrawal OR a.next_at = a.made_at THEN iso_instant(a.next_at) END AS "endedAt",
        CASE q.type WHEN 'binary' THEN a.probabilities[1] END AS "probability",
        CASE q.type WHEN 'multiple_choice' THEN a.probabilities END AS "probabilities",
        CASE WHEN q.type IN ('numeric', 'date') THEN a.probabilities END AS "cdf"
      FROM (
        SELECT question_id, forecaster_id, made_at, probabilities, sequence, is_withdrawal,
          lead(made_at) OVER own AS next_at, lead(is_withdrawal) OVER own AS next_is_withdrawal
        FROM (
          SELECT question_id, forecaster_id, made_at, probabilities, sequence, false AS is_withdrawal
          FROM forecasts WHERE question_id = ANY (${ids}::uuid[])
          UNION ALL
          SELECT question_id, forecaster_id, made_at, NULL, sequence, true
          FROM withdrawals WHERE question_id = ANY (${ids}::uuid[])
        ) AS acts
        WINDOW own AS (PARTITION BY question_id, forecaster_id ORDER BY made_at, is_withdrawal, sequence)
      ) AS a JOIN questions q ON q.id = a.question_id JOIN users u ON u.id = a.forecaster_id
      WHERE NOT a.is_withdrawal
      ORDER BY array_position(${ids}::uuid[], a.question_id), a.made_at, a.sequence`,
  );
}

/** What was written with forecasts on some questions. Of several forecasts in one instant it says which one it explains. */
export async function* exportedComments(tx: Tx, ids: readonly string[]): AsyncGenerator<CommentText> {
  const rows = cursorRows<CommentText>(
    tx,
    Prisma.sql`
      SELECT q.slug AS "questionId", u.name AS "forecasterId", iso_instant(f.made_at) AS "madeAt",
        CASE WHEN f.place < f.together THEN f.place - 1 END AS "place", f.rationale AS "text"
      FROM (
        SELECT question_id, forecaster_id, made_at, rationale, sequence, count(*) OVER instant AS together,
          row_number() OVER (PARTITION BY question_id, forecaster_id, made_at ORDER BY sequence) AS place
        FROM forecasts WHERE question_id = ANY (${ids}::uuid[])
        WINDOW instant AS (PARTITION BY question_id, forecaster_id, made_at)
      ) AS f JOIN questions q ON q.id = f.question_id JOIN users u ON u.id = f.forecaster_id
      WHERE f.rationale IS NOT NULL
      ORDER BY array_position(${ids}::uuid[], f.question_id), f.made_at, f.sequence`,
  );
  for await (const comment of rows) if (comment.text.trim() !== "") yield comment;
}
