import { fromNanos } from "#core/nanos.ts";
import { type BoardStanding, EMPTY_STANDING, ratingOfStanding, sumOfStandings } from "#core/ranking/board-standing.ts";
import type { Tx } from "#db/client.ts";

/** What one question adds to (or, turned round, takes from) each forecaster's standing. */
export type BoardChanges = ReadonlyMap<string, BoardStanding>;

interface Row extends BoardStanding {
  readonly scope: string;
  readonly forecasterId: string;
}

const SUMS = [
  "questions",
  "peerNanos",
  "peerCoverNanos",
  "brierNanos",
  "baselineNanos",
  "relativeBrierNanos",
  "spotPeerNanos",
  "spotQuestions",
] as const;

function isNothing(standing: BoardStanding): boolean {
  return SUMS.every((sum) => Number(standing[sum]) === 0);
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
      peer_cover_nanos AS "peerCoverNanos", brier_nanos AS "brierNanos", baseline_nanos AS "baselineNanos",
      relative_brier_nanos AS "relativeBrierNanos", spot_peer_nanos AS "spotPeerNanos", spot_questions AS "spotQuestions"
    FROM board_standings
    WHERE scope = ANY(${scopes}::text[]) AND forecaster_id = ANY(${forecasters}::uuid[])`;
  const kept = new Map(rows.map((row) => [`${row.scope} ${row.forecasterId}`, row]));
  const sums = scopes.flatMap((scope) =>
    forecasters.map((forecasterId): Row => {
      const before = kept.get(`${scope} ${forecasterId}`) ?? EMPTY_STANDING;
      return { scope, forecasterId, ...sumOfStandings(before, changes.get(forecasterId) ?? EMPTY_STANDING) };
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
      (scope, forecaster_id, questions, peer_nanos, peer_cover_nanos, brier_nanos, baseline_nanos, rating,
        relative_brier_nanos, spot_peer_nanos, spot_questions, mean_brier)
    SELECT * FROM unnest(${rows.map((row) => row.scope)}::text[], ${rows.map((row) => row.forecasterId)}::uuid[],
      ${rows.map((row) => row.questions)}::int[], ${texts((row) => row.peerNanos)}::text[]::bigint[],
      ${texts((row) => row.peerCoverNanos)}::text[]::bigint[], ${texts((row) => row.brierNanos)}::text[]::bigint[],
      ${texts((row) => row.baselineNanos)}::text[]::bigint[], ${rows.map(ratingOfStanding)}::float8[],
      ${texts((row) => row.relativeBrierNanos)}::text[]::bigint[], ${texts((row) => row.spotPeerNanos)}::text[]::bigint[],
      ${rows.map((row) => row.spotQuestions)}::int[],
      ${rows.map((row) => fromNanos(row.brierNanos) / row.questions)}::float8[])
    ON CONFLICT (scope, forecaster_id) DO UPDATE SET questions = EXCLUDED.questions,
      peer_nanos = EXCLUDED.peer_nanos, peer_cover_nanos = EXCLUDED.peer_cover_nanos,
      brier_nanos = EXCLUDED.brier_nanos, baseline_nanos = EXCLUDED.baseline_nanos, rating = EXCLUDED.rating,
      relative_brier_nanos = EXCLUDED.relative_brier_nanos, spot_peer_nanos = EXCLUDED.spot_peer_nanos,
      spot_questions = EXCLUDED.spot_questions, mean_brier = EXCLUDED.mean_brier`;
}

async function remove(tx: Tx, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw`
    DELETE FROM board_standings b
    USING unnest(${rows.map((row) => row.scope)}::text[], ${rows.map((row) => row.forecasterId)}::uuid[])
      AS gone (scope, forecaster_id)
    WHERE b.scope = gone.scope AND b.forecaster_id = gone.forecaster_id`;
}
