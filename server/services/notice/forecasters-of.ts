import type { Tx } from "#db/client.ts";

/** Everybody who ever put a forecast on the question, without the simulated people of a demonstration. */
export async function forecastersOf(tx: Tx, questionId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT u.id FROM users u
    WHERE NOT u.is_simulated AND EXISTS (SELECT FROM forecasts f WHERE f.question_id = ${questionId}::uuid AND f.forecaster_id = u.id)
    ORDER BY u.id`;
  return rows.map(({ id }) => id);
}
