import type { Db, Tx } from "#db/client.ts";

/** A forecast of a question's history, with the end its successor or withdrawal gave it. Epoch milliseconds. */
export interface TimedForecast {
  readonly forecaster: string;
  readonly madeAt: number;
  readonly endedAt: number | null;
  readonly probabilities: number[];
  /** People are compared with each other; bots are compared with the people. */
  readonly inPool: boolean;
}

/** What people did on one question, in the order in which it holds. */
interface Columns {
  forecaster: string[];
  madeAt: number[];
  probabilities: (number[] | null)[];
  isBot: boolean[];
}

/**
 * Every forecast of a question in the order the database took them. Of two acts of one person within one millisecond,
 * the later one holds and a withdrawal comes last.
 */
export async function loadForecastRows(db: Db | Tx, questionId: string): Promise<TimedForecast[]> {
  // As one text: of fifty thousand rows the client would decode every value by itself, at ten times the cost.
  const [found] = await db.$queryRaw<{ columns: string }[]>`
    SELECT json_build_object('forecaster', json_agg(forecaster_id), 'madeAt', json_agg(made_at_ms),
      'probabilities', json_agg(probabilities), 'isBot', json_agg(is_bot))::text AS columns
    FROM (
      SELECT a.forecaster_id, (extract(epoch FROM a.made_at) * 1000)::float8 AS made_at_ms, a.probabilities, u.is_bot
      FROM (
        SELECT forecaster_id, sequence, made_at, probabilities, false AS is_withdrawal
        FROM forecasts WHERE question_id = ${questionId}::uuid
        UNION ALL
        SELECT forecaster_id, sequence, made_at, NULL, true
        FROM withdrawals WHERE question_id = ${questionId}::uuid
      ) AS a JOIN users u ON u.id = a.forecaster_id
      ORDER BY a.made_at, a.is_withdrawal, a.sequence
    ) AS acts`;
  const columns = JSON.parse(found?.columns ?? "null") as Columns | { forecaster: null } | null;
  return columns?.forecaster ? forecastsOf(columns) : [];
}

/** Acts in order of time as forecasts, each ended by the next act of the same person. */
function forecastsOf({ forecaster, madeAt, probabilities, isBot }: Columns): TimedForecast[] {
  const active = new Map<string, { endedAt: number | null }>();
  const rows: TimedForecast[] = [];
  forecaster.forEach((who, i) => {
    const [at, stated] = [madeAt[i] ?? 0, probabilities[i]];
    const before = active.get(who);
    if (before) before.endedAt = at;
    active.delete(who);
    if (!stated) return;
    const row = { forecaster: who, madeAt: at, endedAt: null, probabilities: stated, inPool: isBot[i] === false };
    active.set(who, row);
    rows.push(row);
  });
  return rows;
}
