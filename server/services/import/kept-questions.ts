import type { Db, Tx } from "#db/client.ts";

/** What is here of a question that was imported before. */
export interface KeptQuestion {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  /** The answer that counts: yes or no; null for none or a void. */
  readonly outcome: string | null;
  readonly resolutionId: string | null;
  /** Whether anything of an answer, final or not, or a market is here. */
  readonly isInHand: boolean;
  /** What was imported, by forecaster. */
  readonly forecasts: ReadonlyMap<string, number>;
}

interface Row extends Omit<KeptQuestion, "forecasts"> {
  readonly key: string;
  readonly forecasts: [forecasterId: string, probability: number][];
}

/** The questions of these keys that are here already. */
export async function keptQuestions(db: Db | Tx, keys: readonly string[]): Promise<Map<string, KeptQuestion>> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT q.external_key AS key, q.id::text, q.slug, q.title, r.outcome, r.id::text AS "resolutionId",
      EXISTS (SELECT FROM resolutions x WHERE x.question_id = q.id)
        OR EXISTS (SELECT FROM markets m WHERE m.question_id = q.id) AS "isInHand",
      COALESCE((SELECT json_agg(json_build_array(f.forecaster_id, f.probabilities[1])) FROM forecasts f
        WHERE f.question_id = q.id AND f.import_batch_id IS NOT NULL), '[]') AS forecasts
    FROM questions q LEFT JOIN final_resolutions a ON a.question_id = q.id LEFT JOIN resolutions r ON r.id = a.resolution_id
    WHERE q.external_key = ANY(${keys}::text[])`;
  return new Map(rows.map(({ key, forecasts, ...row }) => [key, { ...row, forecasts: new Map(forecasts) }]));
}
