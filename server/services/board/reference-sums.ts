import { z } from "zod";
import { EMPTY_ENTRY, type EntryScores, entryOfQuestion, sumOfEntries } from "#core/ranking/board-entry.ts";
import type { ServiceContext } from "#services/context.ts";
import type { BoardBasis } from "./board-bases.ts";
import { type BoardFigures, boardFigures } from "./board-row.ts";

/** A reference's sums as an analysis keeps them. */
export const referenceFigures = z.object({
  questions: z.number(),
  rating: z.number(),
  peer: z.number(),
  coverage: z.number(),
  meanBrier: z.number(),
  baseline: z.number(),
  relativeBrier: z.number(),
  spotPeer: z.number(),
  spotQuestions: z.number(),
});

/** What each reference earned over some runs: summed as a forecaster's entry is. */
export async function referenceSums(
  ctx: ServiceContext,
  { runIds, weights }: Pick<BoardBasis, "runIds" | "weights">,
): Promise<ReadonlyMap<string, BoardFigures>> {
  const rows = await ctx.db.$queryRaw<(EntryScores & { method: string; weight: number })[]>`
    SELECT w.weight, method, peer, peer_coverage AS "peerCoverage", brier, baseline, relative_brier AS "relativeBrier",
      spot_peer AS "spotPeer"
    FROM unnest(${runIds}::uuid[], ${weights}::float8[]) AS w (run_id, weight)
      JOIN reference_scores s ON s.run_id = w.run_id`;
  const byMethod = Map.groupBy(rows, ({ method }) => method);
  return new Map(
    [...byMethod].map(([method, own]) => [
      method,
      boardFigures(
        own.reduce((sum, { weight, ...scores }) => sumOfEntries(sum, entryOfQuestion(scores, weight)), EMPTY_ENTRY),
      ),
    ]),
  );
}
