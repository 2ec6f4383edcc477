import { type BoardAnalysis, type BoardScore, boardAnalysis } from "#core/ranking/board-analysis.ts";
import { Prisma } from "#db/generated/client.ts";
import type { ServiceContext } from "#services/context.ts";
import { transact } from "#services/transact.ts";
import { type BoardBasis, boardBases } from "./board-bases.ts";
import { referenceSums } from "./reference-sums.ts";
import { writeAnalysis } from "./write-analysis.ts";

interface StoredScore extends BoardScore {
  isBot: boolean;
}

/**
 * Works out what boards show beyond their sums (intervals, comparisons, references), for each board whose runs are not
 * those it was worked out from last. A job does this, so that reading a board costs the same whatever its size.
 */
export async function analyseBoards(ctx: ServiceContext): Promise<{ boards: number }> {
  const [bases, kept] = await Promise.all([
    boardBases(ctx),
    ctx.db.boardAnalysis.findMany({ select: { scope: true, basis: true } }),
  ]);
  const known = new Map(kept.map(({ scope, basis }) => [scope, basis]));
  const changed = bases.filter(({ scope, basis }) => known.get(scope) !== basis);
  for (const board of changed) await analyse(ctx, board);
  const scopes = bases.map(({ scope }) => scope);
  await ctx.db.boardAnalysis.deleteMany({ where: { scope: { notIn: scopes } } });
  return { boards: changed.length };
}

async function analyse(ctx: ServiceContext, { scope, runIds, weights, basis }: BoardBasis): Promise<void> {
  const counted = Prisma.sql`unnest(${runIds}::uuid[], ${weights}::float8[]) AS w (run_id, weight)`;
  const scores = await ctx.db.$queryRaw<StoredScore[]>`
    SELECT s.forecaster_id::text AS subject, u.is_bot AS "isBot", false AS "isReference", r.question_id::text AS question,
      w.weight * s.peer AS peer, w.weight * s.peer_coverage AS coverage, s.brier
    FROM ${counted} JOIN scores s ON s.run_id = w.run_id JOIN score_runs r ON r.id = s.run_id
      JOIN users u ON u.id = s.forecaster_id
    ORDER BY s.forecaster_id, r.question_id`;
  const references = await ctx.db.$queryRaw<StoredScore[]>`
    SELECT s.method AS subject, false AS "isBot", true AS "isReference", r.question_id::text AS question,
      w.weight * s.peer AS peer, w.weight * s.peer_coverage AS coverage, s.brier
    FROM ${counted} JOIN reference_scores s ON s.run_id = w.run_id JOIN score_runs r ON r.id = s.run_id
    ORDER BY s.method, r.question_id`;
  const sums = await referenceSums(ctx, { runIds, weights });
  const pools: { isBots: boolean; entrants: number; analysis: BoardAnalysis }[] = [];
  for (const isBots of [false, true]) {
    const own = scores.filter(({ isBot }) => isBot === isBots);
    if (own.length === 0) continue;
    const entrants = new Set(own.map(({ subject }) => subject)).size;
    pools.push({ isBots, entrants, analysis: boardAnalysis([...own, ...references], scope) });
  }
  await transact(ctx, async (tx) => {
    await tx.boardAnalysis.deleteMany({ where: { scope } });
    for (const pool of pools) await writeAnalysis(tx, { scope, basis, questions: runIds.length, sums, ...pool });
  });
}
