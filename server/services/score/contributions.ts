import {
  EMPTY_STANDING,
  type StandingScores,
  standingOfQuestion,
  sumOfStandings,
} from "#core/ranking/board-standing.ts";
import type { Tx } from "#db/client.ts";
import { addToBoards, type BoardChanges } from "./add-to-boards.ts";
import { addToCalibration, type CalibrationChanges, calibrationDifference } from "./add-to-calibration.ts";
import { changesOfRecord } from "./calibration-record.ts";

/** Which boards a question belongs to. */
export interface BoardPlace {
  readonly topicId: string | null;
  /** The slug of its one season. */
  readonly season: string;
  readonly tournamentIds: readonly string[];
}

/** What one run adds to the tables that boards and calibration read, and what of it they have. */
export interface Contributions extends BoardPlace {
  readonly boards: BoardChanges;
  readonly cells: CalibrationChanges;
  readonly inSeason: boolean;
  readonly inCalibration: boolean;
}

export const seasonScope = (slug: string) => `season:${slug}`;
export const topicScope = (topicId: string) => `topic:${topicId}`;

export const tournamentScope = (tournamentId: string) => `tournament:${tournamentId}`;

/** The boards that take every question as soon as it is answered. */
export function immediateScopes({ topicId, tournamentIds }: Omit<BoardPlace, "season">): string[] {
  return ["all", ...(topicId === null ? [] : [topicScope(topicId)]), ...tournamentIds.map(tournamentScope)];
}

/** Where a question counts for calibration. */
export function calibrationScopes({ topicId, season }: Omit<BoardPlace, "tournamentIds">): string[] {
  return ["all", ...(topicId === null ? [] : [topicScope(topicId)]), seasonScope(season)];
}

/** The changes of a run's scores, by forecaster. */
export function boardChanges(scores: readonly (StandingScores & { forecasterId: string })[]): BoardChanges {
  return new Map(scores.map((score) => [score.forecasterId, standingOfQuestion(score)]));
}

function difference(after: BoardChanges, before: BoardChanges): BoardChanges {
  const ids = new Set([...after.keys(), ...before.keys()]);
  return new Map(
    [...ids].map((id) => [id, sumOfStandings(after.get(id) ?? EMPTY_STANDING, before.get(id) ?? EMPTY_STANDING, -1)]),
  );
}

const NONE: BoardChanges = new Map();
const NO_CELLS: CalibrationChanges = new Map();

/** Puts what a run adds in the place of what the question's run before it added. Either may be missing. */
export async function exchangeContributions(
  tx: Tx,
  before: Contributions | null,
  after: Contributions | null,
): Promise<void> {
  const place = after ?? before;
  if (!place) return;
  const [immediate, season] = [immediateScopes(place), seasonScope(place.season)];
  const all = difference(after?.boards ?? NONE, before?.boards ?? NONE);
  const [wasIn, isIn] = [before?.inSeason ?? after?.inSeason, after?.inSeason ?? before?.inSeason];
  if (wasIn === isIn) {
    // Mostly the season takes and gives what the others do: one statement for all of them.
    await addToBoards(tx, isIn ? [...immediate, season] : immediate, all);
  } else {
    await addToBoards(tx, immediate, all);
    const moved = difference(after?.inSeason ? after.boards : NONE, before?.inSeason ? before.boards : NONE);
    await addToBoards(tx, [season], moved);
  }
  const cells = calibrationDifference(
    after?.inCalibration ? after.cells : NO_CELLS,
    before?.inCalibration ? before.cells : NO_CELLS,
  );
  await addToCalibration(tx, calibrationScopes(place), cells);
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
  const { topicId, season, tournamentIds } = place;
  return {
    topicId,
    season,
    tournamentIds,
    ...flags,
    resolutionId,
    inputHash,
    boards: boardChanges(scores),
    cells: changesOfRecord(calibration),
  };
}
