import { type BoardStanding, ratingOfStanding, sumOfStandings } from "#core/ranking/board-standing.ts";
import type { Tx } from "#db/client.ts";

/** What one question adds to (or, turned round, takes from) each forecaster's standing. */
export type BoardChanges = ReadonlyMap<string, BoardStanding>;

interface Row extends BoardStanding {
  readonly scope: string;
  readonly forecasterId: string;
}

const NOTHING: BoardStanding = { questions: 0, peerNanos: 0n, peerCoverNanos: 0n, brierNanos: 0n, baselineNanos: 0n };

function isNothing({ questions, peerNanos, peerCoverNanos, brierNanos, baselineNanos }: BoardStanding): boolean {
  return questions === 0 && [peerNanos, peerCoverNanos, brierNanos, baselineNanos].every((sum) => sum === 0n);
}

/**
 * Adds one question's changes to the boards of some scopes, under `lockScoreTables`. Sums are integers, so what was added
 * can be taken back exactly; a row that holds nothing is removed, as if it never had been there.
 */
export async function addToBoards(tx: Tx, scopes: readonly string[], changes: BoardChanges): Promise<void> {
  const forecasters = [...changes].flatMap(([id, change]) => (isNothing(change) ? [] : [id]));
  if (forecasters.length === 0 || scopes.length === 0) return;
  const rows = await tx.$queryRaw<Row[]>`
    SELECT scope, forecaster_id::text AS "forecasterId", questions, peer_nanos AS "peerNanos",
      peer_cover_nanos AS "peerCoverNanos", brier_nanos AS "brierNanos", baseline_nanos AS "baselineNanos"
    FROM board_standings
    WHERE scope = ANY(${scopes}::text[]) AND forecaster_id = ANY(${forecasters}::uuid[])`;
  const kept = new Map(rows.map((row) => [`${row.scope} ${row.forecasterId}`, row]));
  const sums = scopes.flatMap((scope) =>
    forecasters.map((forecasterId): Row => {
      const before = kept.get(`${scope} ${forecasterId}`) ?? NOTHING;
      return { scope, forecasterId, ...sumOfStandings(before, changes.get(forecasterId) ?? NOTHING) };
    }),
  );
  await upsert(
    tx,
    sums.filter((row) => !isNothing(row)),
  );
  await remove(tx, sums.filter(isNothing));
}

async function upsert(tx: Tx, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const texts = (sum: (row: Row) => bigint) => rows.map((row) => sum(row).toString());
  await tx.$executeRaw`
    INSERT INTO board_standings
      (scope, forecaster_id, questions, peer_nanos, peer_cover_nanos, brier_nanos, baseline_nanos, rating)
    SELECT * FROM unnest(${rows.map((row) => row.scope)}::text[], ${rows.map((row) => row.forecasterId)}::uuid[],
      ${rows.map((row) => row.questions)}::int[], ${texts((row) => row.peerNanos)}::text[]::bigint[],
      ${texts((row) => row.peerCoverNanos)}::text[]::bigint[], ${texts((row) => row.brierNanos)}::text[]::bigint[],
      ${texts((row) => row.baselineNanos)}::text[]::bigint[], ${rows.map(ratingOfStanding)}::float8[])
    ON CONFLICT (scope, forecaster_id) DO UPDATE SET questions = EXCLUDED.questions,
      peer_nanos = EXCLUDED.peer_nanos, peer_cover_nanos = EXCLUDED.peer_cover_nanos,
      brier_nanos = EXCLUDED.brier_nanos, baseline_nanos = EXCLUDED.baseline_nanos, rating = EXCLUDED.rating`;
}

async function remove(tx: Tx, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw`
    DELETE FROM board_standings b
    USING unnest(${rows.map((row) => row.scope)}::text[], ${rows.map((row) => row.forecasterId)}::uuid[])
      AS gone (scope, forecaster_id)
    WHERE b.scope = gone.scope AND b.forecaster_id = gone.forecaster_id`;
}
