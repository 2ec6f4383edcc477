import type { SaidFrom } from "#core/attribution/active-before.ts";
import type { Db } from "#db/client.ts";

interface Span {
  readonly questionId: string;
  readonly from: Date;
  readonly until: Date;
}

/** The crowd's steps on a question over a span, with the one that stood when it began. */
export async function crowdStatements(db: Db, { questionId, from, until }: Span): Promise<SaidFrom[]> {
  const rows = await db.$queryRaw<{ at: Date; probabilities: number[]; forecasters: number }[]>`
    SELECT at, probabilities, forecasters FROM crowd_steps
    WHERE question_id = ${questionId}::uuid AND at < ${until} AND number >= COALESCE((
      SELECT max(number) FROM crowd_steps WHERE question_id = ${questionId}::uuid AND at < ${from}), 0)
    ORDER BY number`;
  return rows.map(({ at, probabilities, forecasters }) => ({
    at: at.getTime(),
    probabilities: forecasters > 0 ? probabilities : null,
  }));
}

export interface Sayer {
  readonly name: string;
  readonly isBot: boolean;
  readonly isSimulated: boolean;
  /** In order of time. */
  readonly acts: SaidFrom[];
}

type ActRow = Omit<Sayer, "acts"> & { forecasterId: string; at: Date; probabilities: number[] | null };
const MAX_ACTS = 20_000;

/** Everybody who spoke on a question within a span: what they said in it, and what stood of theirs when it began. */
export async function peopleStatements(db: Db, { questionId, from, until }: Span): Promise<Sayer[]> {
  const rows = await db.$queryRaw<ActRow[]>`
    WITH acts AS NOT MATERIALIZED (
      SELECT forecaster_id, made_at, sequence, probabilities FROM forecasts
      WHERE question_id = ${questionId}::uuid AND made_at < ${until}
      UNION ALL
      SELECT forecaster_id, made_at, sequence, NULL FROM withdrawals
      WHERE question_id = ${questionId}::uuid AND made_at < ${until}
    ), within AS (SELECT * FROM acts WHERE made_at >= ${from} ORDER BY made_at LIMIT ${MAX_ACTS}
    ), before AS (
      SELECT DISTINCT ON (forecaster_id) * FROM acts
      WHERE made_at < ${from} AND forecaster_id IN (SELECT forecaster_id FROM within)
      ORDER BY forecaster_id, made_at DESC, probabilities IS NULL DESC, sequence DESC
    )
    SELECT u.id AS "forecasterId", u.name, u.is_bot AS "isBot", u.is_simulated AS "isSimulated", a.made_at AS at,
      a.probabilities
    FROM (SELECT * FROM before UNION ALL SELECT * FROM within) AS a JOIN users u ON u.id = a.forecaster_id
    ORDER BY a.made_at, a.probabilities IS NULL, a.sequence`;
  return [...Map.groupBy(rows, ({ forecasterId }) => forecasterId).values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const { name, isBot, isSimulated } = first;
    const acts = own.map(({ at, probabilities }) => ({ at: at.getTime(), probabilities }));
    return [{ name, isBot, isSimulated, acts }];
  });
}
