import type { Tx } from "#db/client.ts";

/** Everybody who ever put a forecast on the question and can sign in to read of it: not the people of imports. */
export async function forecastersOf(tx: Tx, questionId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT u.id FROM users u
    WHERE u.password_hash IS NOT NULL AND EXISTS (SELECT FROM forecasts f WHERE f.question_id = ${questionId}::uuid AND f.forecaster_id = u.id)
    ORDER BY u.id`;
  return rows.map(({ id }) => id);
}
