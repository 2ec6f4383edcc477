import type { SubjectCell } from "#core/calibration/cells-of-answer.ts";
import {
  type BoardStanding,
  type StandingScores,
  standingOfQuestion,
  sumOfStandings,
} from "#core/ranking/board-standing.ts";
import { seasonOf } from "#core/ranking/season-of.ts";
import type { Tx } from "#db/client.ts";
import type { ServiceContext } from "../context.ts";
import { transact } from "../transact.ts";
import { addToBoards } from "./add-to-boards.ts";
import { addToCalibration } from "./add-to-calibration.ts";
import { cellsOfRecord } from "./calibration-record.ts";
import { calibrationScopes, immediateScopes, seasonScope } from "./contributions.ts";
import { lockScoreTables } from "./lock-score-tables.ts";

const RUNS_AT_ONCE = 200;
const CELLS_A_STATEMENT = 20_000;

interface RunRow {
  questionId: string;
  topicId: string | null;
  tournamentIds: string[];
  closesAt: Date;
  inSeason: boolean;
  inCalibration: boolean;
  calibration: unknown;
}

interface ScoreRow extends StandingScores {
  questionId: string;
  forecasterId: string;
}

/** Sums over runs, by scope: integers, so their order does not matter. */
class Sums {
  readonly boards = new Map<string, Map<string, BoardStanding>>();
  readonly cells = new Map<string, Map<string, SubjectCell>>();

  addScore(scope: string, { forecasterId, ...score }: ScoreRow): void {
    const board = this.boards.get(scope) ?? new Map<string, BoardStanding>();
    this.boards.set(scope, board);
    const own = standingOfQuestion(score);
    const before = board.get(forecasterId);
    board.set(forecasterId, before ? sumOfStandings(before, own) : own);
  }

  addCell(scope: string, cell: SubjectCell): void {
    const table = this.cells.get(scope) ?? new Map<string, SubjectCell>();
    this.cells.set(scope, table);
    const key = `${cell.subject} ${cell.horizon} ${cell.cell}`;
    const { weightNanos = 0n, outcomeNanos = 0n } = table.get(key) ?? {};
    table.set(key, {
      ...cell,
      weightNanos: weightNanos + cell.weightNanos,
      outcomeNanos: outcomeNanos + cell.outcomeNanos,
    });
  }
}

async function addRuns(tx: Tx, sums: Sums, after: string): Promise<string | null> {
  const runs = await tx.$queryRaw<RunRow[]>`
    SELECT q.id::text AS "questionId", q.topic_id::text AS "topicId", q.closes_at AS "closesAt",
      c.in_season AS "inSeason", c.in_calibration AS "inCalibration", r.calibration,
      ARRAY(SELECT t.tournament_id::text FROM tournament_questions t WHERE t.question_id = q.id) AS "tournamentIds"
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
    const season = run.inSeason ? [seasonScope(seasonOf(run.closesAt.getTime()).slug)] : [];
    for (const scope of [...immediateScopes(run), ...season]) sums.addScore(scope, score);
  }
  for (const run of runs.filter(({ inCalibration }) => inCalibration)) {
    for (const cell of cellsOfRecord(run.calibration)) {
      for (const scope of calibrationScopes({ ...run, season: seasonOf(run.closesAt.getTime()).slug })) {
        sums.addCell(scope, cell);
      }
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
    await tx.boardStanding.deleteMany({});
    await tx.calibrationCell.deleteMany({});
    const sums = new Sums();
    let from: string | null = "00000000-0000-0000-0000-000000000000";
    while (from !== null) from = await addRuns(tx, sums, from);
    for (const [scope, board] of sums.boards) await addToBoards(tx, [scope], board);
    for (const [scope, table] of sums.cells) {
      const cells = [...table.values()];
      for (let at = 0; at < cells.length; at += CELLS_A_STATEMENT) {
        await addToCalibration(tx, [scope], cells.slice(at, at + CELLS_A_STATEMENT));
      }
    }
    return {
      boards: [...sums.boards.values()].reduce((total, board) => total + board.size, 0),
      cells: [...sums.cells.values()].reduce((total, table) => total + table.size, 0),
    };
  });
}
