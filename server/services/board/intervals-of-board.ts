import { type BoardInterval, boardIntervals, type GroupContribution } from "#core/ranking/board-intervals.ts";
import type { ServiceContext } from "../context.ts";
import { boardScope } from "./board-scope.ts";
import type { BoardOfInput } from "./input.ts";

/** Beyond these the resampling would take seconds of a core; a larger board goes without. */
const MOST_ENTRANTS = 300;
const MOST_SCORES = 30_000;
const MOST_KEPT = 40;

interface Contribution {
  name: string;
  questionId: string;
  peer: number;
  coverage: number;
}

/** Intervals by name, kept until the board's runs change. */
const kept = new Map<string, { version: string; intervals: Record<string, BoardInterval> | null }>();

async function versionOf(ctx: ServiceContext, scope: string): Promise<{ version: string; entrants: number }> {
  const [row] = await ctx.db.$queryRaw<{ version: string; entrants: number }[]>`
    SELECT (SELECT count(*)::text || ' ' || COALESCE(max(created_at)::text, '') || ' ' ||
        (SELECT count(*)::text FROM current_score_runs WHERE in_season) FROM score_runs) AS version,
      (SELECT count(*)::int FROM board_standings WHERE scope = ${scope}) AS entrants`;
  return row ?? { version: "", entrants: 0 };
}

async function contributionsTo(ctx: ServiceContext, { season, topic, bots = false }: BoardOfInput, scope: string) {
  return ctx.db.$queryRaw<Contribution[]>`
    SELECT u.name, q.id::text AS "questionId", s.peer, s.peer_coverage AS coverage
    FROM current_score_runs c JOIN questions q ON q.id = c.question_id
      JOIN scores s ON s.run_id = c.run_id JOIN users u ON u.id = s.forecaster_id
    WHERE u.is_bot = ${bots}
      AND (${topic ?? null}::text IS NULL OR q.topic_id::text = ${scope.replace(/^topic:/, "")})
      AND (${season ?? null}::text IS NULL OR (c.in_season
        AND to_char(q.closes_at AT TIME ZONE 'UTC', 'YYYY"-q"Q') = ${season ?? ""}))
    ORDER BY u.id, q.id LIMIT ${MOST_SCORES + 1}`;
}

function resampled(rows: readonly Contribution[], seed: string): Record<string, BoardInterval> | null {
  const groups = new Map([...new Set(rows.map(({ questionId }) => questionId))].map((id, group) => [id, group]));
  if (groups.size === 0) return null;
  const byName = [...Map.groupBy(rows, ({ name }) => name)];
  const entrants = byName.map(([, own]) => ({
    contributions: own.map(
      ({ questionId, peer, coverage }): GroupContribution => ({ group: groups.get(questionId) ?? 0, peer, coverage }),
    ),
  }));
  const intervals = boardIntervals(entrants, { groups: groups.size, seed });
  if (!intervals) return null;
  return Object.fromEntries(
    byName.flatMap(([name], i) => {
      const interval = intervals[i];
      return interval ? [[name, interval]] : [];
    }),
  );
}

/**
 * How far ratings and ranks of a board would move had other questions been asked: 95 % bootstrap intervals, by name. None
 * for a board of fewer than 30 questions, where they would say nothing, or of too many rows to resample at leisure.
 */
export async function intervalsOfBoard(ctx: ServiceContext, input: BoardOfInput) {
  const { scope } = await boardScope(ctx.db, input);
  const key = `${scope} ${input.bots ?? false}`;
  const { version, entrants } = await versionOf(ctx, scope);
  const known = kept.get(key);
  if (known?.version === version) return { intervals: known.intervals };
  const rows = entrants > MOST_ENTRANTS ? [] : await contributionsTo(ctx, input, scope);
  const intervals = rows.length > MOST_SCORES ? null : resampled(rows, key);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(key, { version, intervals });
  return { intervals };
}
