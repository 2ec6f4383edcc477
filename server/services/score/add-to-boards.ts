import { NANOS_PER_UNIT } from "#core/nanos.ts";
import type { BoardEntry } from "#core/ranking/board-entry.ts";
import { SHRINKAGE } from "#core/ranking/shrunk-peer.ts";
import type { Tx } from "#db/client.ts";
import { Prisma } from "#db/generated/client.ts";
import { writeTogether } from "./write-together.ts";

/** What one question adds to (or, turned round, takes from) each forecaster's entry. */
export type BoardChanges = ReadonlyMap<string, BoardEntry>;

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

function isNothing(entry: BoardEntry): boolean {
  return SUMS.every((sum) => Number(entry[sum]) === 0);
}

/** `ratingOfEntry` and the mean Brier score in the database's own arithmetic, which is the same to the last bit. */
const UNIT = Prisma.raw(`${NANOS_PER_UNIT}::float8`);
const rating = (peer: Prisma.Sql, cover: Prisma.Sql) => Prisma.sql`
  (${peer})::float8 / ${UNIT} / (${Prisma.raw(String(SHRINKAGE))}::float8 + (${cover})::float8 / ${UNIT})`;
const meanBrier = (brier: Prisma.Sql, questions: Prisma.Sql) => Prisma.sql`
  COALESCE((${brier})::float8 / ${UNIT} / NULLIF((${questions})::float8, 0), 0)`;
const both = (column: string) => Prisma.raw(`b.${column} + EXCLUDED.${column}`);

/** A board's scope with what changes on it. */
export interface BoardsChange {
  readonly scopes: readonly string[];
  readonly changes: BoardChanges;
}

/**
 * Adds one question's changes to the boards of some scopes, under `lockScoreTables`. Sums are integers, so what was added
 * can be taken back exactly; a row that holds nothing is removed, as if it never had been there.
 */
export async function addToBoards(tx: Tx, scopes: readonly string[], changes: BoardChanges): Promise<void> {
  await writeTogether(tx, boardWrites([{ scopes, changes }]));
  await removeEmptyRows(tx, [{ scopes, changes }]);
}

/** The rows that were taken back from and hold nothing since. */
export async function removeEmptyRows(tx: Tx, boards: readonly BoardsChange[]): Promise<void> {
  for (const { scopes, changes } of boards) {
    const ids = [...changes].flatMap(([id, { questions }]) => (questions < 0 ? [id] : []));
    if (ids.length === 0 || scopes.length === 0) continue;
    await tx.$executeRaw`
      DELETE FROM board_entries
      WHERE scope = ANY(${scopes}::text[]) AND forecaster_id = ANY(${ids}::uuid[]) AND questions = 0`;
  }
}

/** The writes that add to boards, for different scopes each. */
export function boardWrites(boards: readonly BoardsChange[]): Prisma.Sql[] {
  return boards.flatMap(({ scopes, changes }) => {
    const changed = [...changes].filter(([, change]) => !isNothing(change));
    return changed.length === 0 || scopes.length === 0 ? [] : [boardWrite(scopes, changed)];
  });
}

function boardWrite(scopes: readonly string[], changed: readonly (readonly [string, BoardEntry])[]): Prisma.Sql {
  const ids = changed.map(([id]) => id);
  const texts = (sum: (entry: BoardEntry) => bigint) => changed.map(([, change]) => sum(change).toString());
  return Prisma.sql`
    INSERT INTO board_entries AS b
      (scope, forecaster_id, questions, peer_nanos, peer_cover_nanos, brier_nanos, baseline_nanos, relative_brier_nanos,
        spot_peer_nanos, spot_questions, rating, mean_brier)
    SELECT s.scope, c.*, ${rating(Prisma.sql`c.peer`, Prisma.sql`c.cover`)},
      ${meanBrier(Prisma.sql`c.brier`, Prisma.sql`c.questions`)}
    FROM unnest(${ids}::uuid[], ${changed.map(([, { questions }]) => questions)}::int[],
        ${texts((change) => change.peerNanos)}::text[]::bigint[], ${texts((change) => change.peerCoverNanos)}::text[]::bigint[],
        ${texts((change) => change.brierNanos)}::text[]::bigint[], ${texts((change) => change.baselineNanos)}::text[]::bigint[],
        ${texts((change) => change.relativeBrierNanos)}::text[]::bigint[],
        ${texts((change) => change.spotPeerNanos)}::text[]::bigint[],
        ${changed.map(([, { spotQuestions }]) => spotQuestions)}::int[])
      AS c (id, questions, peer, cover, brier, baseline, relative, spot, spots), unnest(${scopes}::text[]) AS s (scope)
    ON CONFLICT (scope, forecaster_id) DO UPDATE SET questions = ${both("questions")},
      peer_nanos = ${both("peer_nanos")}, peer_cover_nanos = ${both("peer_cover_nanos")},
      brier_nanos = ${both("brier_nanos")}, baseline_nanos = ${both("baseline_nanos")},
      relative_brier_nanos = ${both("relative_brier_nanos")}, spot_peer_nanos = ${both("spot_peer_nanos")},
      spot_questions = ${both("spot_questions")}, rating = ${rating(both("peer_nanos"), both("peer_cover_nanos"))},
      mean_brier = ${meanBrier(both("brier_nanos"), both("questions"))}`;
}
