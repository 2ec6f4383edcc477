import type { BoardAnalysis } from "#core/ranking/board-analysis.ts";
import type { Tx } from "#db/client.ts";
import { Prisma } from "#db/generated/client.ts";
import type { BoardFigures } from "./board-row.ts";

interface WholeAnalysis {
  readonly scope: string;
  readonly isBots: boolean;
  readonly basis: string;
  readonly questions: number;
  readonly entrants: number;
  readonly sums: ReadonlyMap<string, BoardFigures>;
  readonly analysis: BoardAnalysis;
}

/** Keeps what was worked out of a board, in the place of what was there. */
export async function writeAnalysis(tx: Tx, whole: WholeAnalysis): Promise<void> {
  const { scope, isBots, basis, questions, entrants, sums, analysis } = whole;
  const { figures, pairs, connected, without } = analysis;
  await tx.boardAnalysis.create({ data: { scope, isBots, basis, questions, entrants, connected, without } });
  await tx.boardFigure.createMany({
    data: figures.map(({ subject, rating, peer, adjustedBrier }) => ({
      scope,
      isBots,
      subject,
      ratingLower: rating?.lower ?? null,
      ratingUpper: rating?.upper ?? null,
      ratingBest: rating?.best ?? null,
      ratingWorst: rating?.worst ?? null,
      peerLower: peer?.lower ?? null,
      peerUpper: peer?.upper ?? null,
      peerBest: peer?.best ?? null,
      peerWorst: peer?.worst ?? null,
      adjustedBrier,
      sums: (sums.get(subject) as Prisma.InputJsonObject | undefined) ?? Prisma.DbNull,
    })),
  });
  await tx.boardPair.createMany({
    data: pairs.map(({ interval, ...pair }) => ({
      scope,
      isBots,
      ...pair,
      lower: interval?.lower ?? null,
      upper: interval?.upper ?? null,
    })),
  });
}
