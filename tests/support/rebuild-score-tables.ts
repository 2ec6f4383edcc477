import { PACKED_CELL_BYTES, sumOfPacked } from "#core/calibration/packed-cells.ts";
import { type BoardEntry, type EntryScores, entryOfQuestion, sumOfEntries } from "#core/ranking/board-entry.ts";
import { seasonOf } from "#core/ranking/season-of.ts";
import type { Tx } from "#db/client.ts";
import type { ServiceContext } from "#services/context.ts";
import { addToBoards } from "#services/score/add-to-boards.ts";
import { addToCalibration } from "#services/score/add-to-calibration.ts";
import { changesOfRecord } from "#services/score/calibration-record.ts";
import {
  calibrationScopes,
  immediateScopes,
  seasonScope,
  type TournamentPlace,
  tournamentsOfQuestion,
  type WeightedScope,
} from "#services/score/contributions.ts";
import { lockScoreTables } from "#services/score/lock-score-tables.ts";
import { transact } from "#services/transact.ts";

const RUNS_AT_ONCE = 200;
const ROWS_A_STATEMENT = 5_000;

interface RunRow {
  questionId: string;
  topicId: string | null;
  tournaments: TournamentPlace[];
  closesAt: Date;
  inSeason: boolean;
  inCalibration: boolean;
  calibration: unknown;
}

interface ScoreRow extends EntryScores {
  questionId: string;
  forecasterId: string;
}

/** Sums over runs, by scope: integers, so their order does not matter. */
class Sums {
  readonly boards = new Map<string, Map<string, BoardEntry>>();
  readonly cells = new Map<string, Map<string, Uint8Array>>();

  addScore({ scope, weight }: WeightedScope, { forecasterId, ...score }: ScoreRow): void {
    const board = this.boards.get(scope) ?? new Map<string, BoardEntry>();
    this.boards.set(scope, board);
    const own = entryOfQuestion(score, weight);
    const before = board.get(forecasterId);
    board.set(forecasterId, before ? sumOfEntries(before, own) : own);
  }

  addCells(scope: string, subject: string, cells: Uint8Array): void {
    const tables = this.cells.get(scope) ?? new Map<string, Uint8Array>();
    this.cells.set(scope, tables);
    const before = tables.get(subject);
    tables.set(subject, before ? sumOfPacked(before, cells) : cells);
  }
}

async function addRuns(tx: Tx, sums: Sums, after: string): Promise<string | null> {
  const runs = await tx.$queryRaw<RunRow[]>`
    SELECT q.id::text AS "questionId", q.topic_id::text AS "topicId", q.closes_at AS "closesAt",
      c.in_season AS "inSeason", c.in_calibration AS "inCalibration", r.calibration,
      ${tournamentsOfQuestion} AS tournaments
    FROM current_score_runs c JOIN questions q ON q.id = c.question_id JOIN score_runs r ON r.id = c.run_id
    WHERE q.id > ${after}::uuid ORDER BY q.id LIMIT ${RUNS_AT_ONCE}`;
  const byQuestion = new Map(runs.map((run) => [run.questionId, run]));
  const scores = await tx.$queryRaw<ScoreRow[]>`
    SELECT c.question_id::text AS "questionId", s.forecaster_id::text AS "forecasterId", s.peer,
      s.peer_coverage AS "peerCoverage", s.brier, s.baseline, s.relative_brier AS "relativeBrier", s.spot_peer AS "spotPeer"
    FROM current_score_runs c JOIN scores s ON s.run_id = c.run_id
    WHERE c.question_id = ANY(${[...byQuestion.keys()]}::uuid[])`;
  for (const score of scores) {
    const run = byQuestion.get(score.questionId);
    if (!run) continue;
    const season = run.inSeason ? [{ scope: seasonScope(seasonOf(run.closesAt.getTime()).slug), weight: 1 }] : [];
    for (const scope of [...immediateScopes(run), ...season]) sums.addScore(scope, score);
  }
  for (const run of runs.filter(({ inCalibration }) => inCalibration)) {
    const scopes = calibrationScopes({ ...run, season: seasonOf(run.closesAt.getTime()).slug });
    for (const [subject, cells] of changesOfRecord(run.calibration)) {
      for (const scope of scopes) sums.addCells(scope, subject, cells);
    }
  }
  return runs.length < RUNS_AT_ONCE ? null : (runs.at(-1)?.questionId ?? null);
}

/**
 * Empties the boards and calibration and fills them again from the runs that count. What comes out is what was there,
 * bit for bit; a difference would be a fault, and this repairs it.
 */
export async function rebuildScoreTables(ctx: ServiceContext): Promise<{ boards: number; cells: number }> {
  return transact(ctx, async (tx) => {
    await lockScoreTables(tx);
    await tx.boardEntry.deleteMany({});
    await tx.calibrationTable.deleteMany({});
    const sums = new Sums();
    let from: string | null = "00000000-0000-0000-0000-000000000000";
    while (from !== null) from = await addRuns(tx, sums, from);
    for (const [scope, board] of sums.boards) await addToBoards(tx, [scope], board);
    for (const [scope, tables] of sums.cells) {
      const all = [...tables];
      for (let at = 0; at < all.length; at += ROWS_A_STATEMENT) {
        await addToCalibration(tx, [scope], new Map(all.slice(at, at + ROWS_A_STATEMENT)));
      }
    }
    const tables = [...sums.cells.values()].flatMap((own) => [...own.values()]);
    return {
      boards: [...sums.boards.values()].reduce((total, board) => total + board.size, 0),
      cells: tables.reduce((total, cells) => total + cells.length / PACKED_CELL_BYTES, 0),
    };
  });
}
