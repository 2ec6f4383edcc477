import type { SubjectCell } from "#core/calibration/cells-of-answer.ts";
import { type BoardStanding, standingOfQuestion, sumOfStandings } from "#core/ranking/board-standing.ts";
import type { Tx } from "#db/client.ts";
import { addToBoards, type BoardChanges } from "./add-to-boards.ts";
import { addToCalibration } from "./add-to-calibration.ts";
import { cellsOfRecord } from "./calibration-record.ts";

/** What one run adds to the tables that boards and calibration read, and what of it they have. */
export interface Contributions {
  readonly topicId: string | null;
  readonly season: string;
  readonly boards: BoardChanges;
  readonly cells: readonly SubjectCell[];
  readonly inSeason: boolean;
  readonly inCalibration: boolean;
}

const EMPTY: BoardStanding = { questions: 0, peerNanos: 0n, peerCoverNanos: 0n, brierNanos: 0n, baselineNanos: 0n };

export const seasonScope = (slug: string) => `season:${slug}`;
export const topicScope = (topicId: string) => `topic:${topicId}`;

/** The scopes that take every question as soon as it is answered. */
export function immediateScopes(topicId: string | null): string[] {
  return topicId === null ? ["all"] : ["all", topicScope(topicId)];
}

/** The changes of a run's scores, by forecaster. */
export function boardChanges(
  scores: readonly { forecasterId: string; peer: number; peerCoverage: number; brier: number; baseline: number }[],
): BoardChanges {
  return new Map(scores.map((score) => [score.forecasterId, standingOfQuestion(score)]));
}

function difference(after: BoardChanges, before: BoardChanges): BoardChanges {
  const ids = new Set([...after.keys(), ...before.keys()]);
  return new Map([...ids].map((id) => [id, sumOfStandings(after.get(id) ?? EMPTY, before.get(id) ?? EMPTY, -1)]));
}

const NONE: BoardChanges = new Map();

/** Puts what a run adds in the place of what the question's run before it added. Either may be missing. */
export async function exchangeContributions(
  tx: Tx,
  before: Contributions | null,
  after: Contributions | null,
): Promise<void> {
  const place = after ?? before;
  if (!place) return;
  const scopes = immediateScopes(place.topicId);
  await addToBoards(tx, scopes, difference(after?.boards ?? NONE, before?.boards ?? NONE));
  const season = difference(after?.inSeason ? after.boards : NONE, before?.inSeason ? before.boards : NONE);
  await addToBoards(tx, [seasonScope(place.season)], season);
  if (before?.inCalibration) await addToCalibration(tx, scopes, before.cells, -1);
  if (after?.inCalibration) await addToCalibration(tx, scopes, after.cells);
}

/** What the run that counts now has added. */
export async function currentContributions(
  tx: Tx,
  questionId: string,
  place: { topicId: string | null; season: string },
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
          scores: { select: { forecasterId: true, peer: true, peerCoverage: true, brier: true, baseline: true } },
        },
      },
    },
  });
  if (!current) return null;
  const { run, ...flags } = current;
  const { resolutionId, inputHash, calibration, scores } = run;
  return {
    ...place,
    ...flags,
    resolutionId,
    inputHash,
    boards: boardChanges(scores),
    cells: cellsOfRecord(calibration),
  };
}
