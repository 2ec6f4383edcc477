import { EMPTY_ENTRY, type EntryScores, entryOfQuestion, sumOfEntries } from "#core/ranking/board-entry.ts";
import type { Tx } from "#db/client.ts";
import { Prisma } from "#db/generated/client.ts";
import { type BoardChanges, type BoardsChange, boardWrites, removeEmptyRows } from "./add-to-boards.ts";
import { type CalibrationChanges, calibrationDifference, calibrationWrites } from "./add-to-calibration.ts";
import { changesOfRecord } from "./calibration-record.ts";
import { writeTogether } from "./write-together.ts";

/** A tournament that a question is in, and how much it counts there. */
export interface TournamentPlace {
  readonly id: string;
  readonly weight: number;
}

/** Which boards a question belongs to. */
export interface BoardPlace {
  readonly topicId: string | null;
  /** The slug of its one season. */
  readonly season: string;
  readonly tournaments: readonly TournamentPlace[];
}

export type ScoreOfOne = EntryScores & { readonly forecasterId: string };

/** What one run adds to the tables that boards and calibration read, and what of it they have. */
export interface Contributions extends BoardPlace {
  readonly scores: readonly ScoreOfOne[];
  readonly cells: CalibrationChanges;
  readonly inSeason: boolean;
  readonly inCalibration: boolean;
}

export const seasonScope = (slug: string) => `season:${slug}`;
export const topicScope = (topicId: string) => `topic:${topicId}`;

export const tournamentScope = (tournamentId: string) => `tournament:${tournamentId}`;

/** A board, and how much a question counts on it. */
export interface WeightedScope {
  readonly scope: string;
  readonly weight: number;
}

/** In a query: the tournaments of the question `q`, with its weight in each. */
export const tournamentsOfQuestion = Prisma.sql`COALESCE((
  SELECT json_agg(json_build_object('id', t.tournament_id, 'weight', t.weight) ORDER BY t.tournament_id)
  FROM tournament_questions t WHERE t.question_id = q.id), '[]')`;

/** The boards that take every question as soon as it is answered. */
export function immediateScopes({ topicId, tournaments }: Omit<BoardPlace, "season">): WeightedScope[] {
  return [
    { scope: "all", weight: 1 },
    ...(topicId === null ? [] : [{ scope: topicScope(topicId), weight: 1 }]),
    ...tournaments.map(({ id, weight }) => ({ scope: tournamentScope(id), weight })),
  ];
}

/** Where a question counts for calibration. */
export function calibrationScopes({ topicId, season }: Omit<BoardPlace, "tournaments">): string[] {
  return ["all", ...(topicId === null ? [] : [topicScope(topicId)]), seasonScope(season)];
}

/** What a run's scores add to a board on which the question has a weight, by forecaster. */
export function boardChanges(scores: readonly ScoreOfOne[], weight: number): BoardChanges {
  return new Map(scores.map((score) => [score.forecasterId, entryOfQuestion(score, weight)]));
}

function difference(after: BoardChanges, before: BoardChanges): BoardChanges {
  const ids = new Set([...after.keys(), ...before.keys()]);
  return new Map(
    [...ids].map((id) => [id, sumOfEntries(after.get(id) ?? EMPTY_ENTRY, before.get(id) ?? EMPTY_ENTRY, -1)]),
  );
}

/** What a board gains when one run takes the place of another on it. */
function exchanged(before: readonly ScoreOfOne[], after: readonly ScoreOfOne[], weight: number): BoardChanges {
  return difference(boardChanges(after, weight), boardChanges(before, weight));
}

const NO_CELLS: CalibrationChanges = new Map();

/**
 * Puts what a run adds in the place of what the question's run before it added, under `lockScoreTables`. Either may be
 * missing. What is to be written beside it goes along in the same statement.
 */
export async function exchangeContributions(
  tx: Tx,
  { before, after }: { before: Contributions | null; after: Contributions | null },
  beside: Prisma.Sql,
): Promise<void> {
  const place = after ?? before;
  if (!place) {
    await tx.$executeRaw(beside);
    return;
  }
  const [was, is] = [before?.scores ?? [], after?.scores ?? []];
  const season = seasonScope(place.season);
  const [wasIn, isIn] = [before?.inSeason ?? after?.inSeason, after?.inSeason ?? before?.inSeason];
  // Mostly all boards take and give the same: one write for those of one weight.
  const alike = [...immediateScopes(place), ...(wasIn && isIn ? [{ scope: season, weight: 1 }] : [])];
  const boards = [...Map.groupBy(alike, (board) => board.weight)].map(([weight, scopes]): BoardsChange => {
    return { scopes: scopes.map(({ scope }) => scope), changes: exchanged(was, is, weight) };
  });
  if (wasIn !== isIn) {
    boards.push({ scopes: [season], changes: exchanged(before?.inSeason ? was : [], after?.inSeason ? is : [], 1) });
  }
  const cells = calibrationDifference(
    after?.inCalibration ? after.cells : NO_CELLS,
    before?.inCalibration ? before.cells : NO_CELLS,
  );
  const calibration = await calibrationWrites(tx, calibrationScopes(place), cells);
  await writeTogether(tx, [...boardWrites(boards), ...calibration, beside]);
  await removeEmptyRows(tx, boards);
}

/** What the run that counts now has added. */
export async function currentContributions(
  tx: Tx,
  questionId: string,
  place: BoardPlace,
): Promise<(Contributions & { runId: string; resolutionId: string; inputHash: string }) | null> {
  const current = await tx.currentScoreRun.findUnique({
    where: { questionId },
    select: {
      runId: true,
      inSeason: true,
      inCalibration: true,
      run: {
        select: {
          resolutionId: true,
          inputHash: true,
          calibration: true,
          scores: {
            select: {
              forecasterId: true,
              peer: true,
              peerCoverage: true,
              brier: true,
              baseline: true,
              relativeBrier: true,
              spotPeer: true,
            },
          },
        },
      },
    },
  });
  if (!current) return null;
  const { run, ...flags } = current;
  const { resolutionId, inputHash, calibration, scores } = run;
  const { topicId, season, tournaments } = place;
  return {
    topicId,
    season,
    tournaments,
    ...flags,
    resolutionId,
    inputHash,
    scores,
    cells: changesOfRecord(calibration),
  };
}
