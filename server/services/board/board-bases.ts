import { createHash } from "node:crypto";
import { seasonOf } from "#core/ranking/season-of.ts";
import type { ServiceContext } from "#services/context.ts";
import {
  immediateScopes,
  seasonScope,
  type TournamentPlace,
  tournamentsOfQuestion,
} from "#services/score/contributions.ts";

interface CountingRun {
  runId: string;
  topicId: string | null;
  closesAt: Date;
  inSeason: boolean;
  hasReferences: boolean;
  tournaments: TournamentPlace[];
}

/** A board with the runs that it adds up, and the hash by which a change of them is noticed. */
export interface BoardBasis {
  readonly scope: string;
  readonly runIds: readonly string[];
  /** How much each of them counts, in their order. */
  readonly weights: readonly number[];
  readonly basis: string;
}

/** Every board there is. Read by a job; pages read what it keeps. */
export async function boardBases(ctx: ServiceContext): Promise<BoardBasis[]> {
  const runs = await ctx.db.$queryRaw<CountingRun[]>`
    SELECT c.run_id::text AS "runId", q.topic_id::text AS "topicId", q.closes_at AS "closesAt", c.in_season AS "inSeason",
      EXISTS (SELECT FROM reference_scores s WHERE s.run_id = c.run_id) AS "hasReferences",
      ${tournamentsOfQuestion} AS tournaments
    FROM current_score_runs c JOIN questions q ON q.id = c.question_id ORDER BY c.run_id`;
  const scopes = new Map<string, (CountingRun & { weight: number })[]>();
  for (const run of runs) {
    const season = run.inSeason ? [{ scope: seasonScope(seasonOf(run.closesAt.getTime()).slug), weight: 1 }] : [];
    for (const { scope, weight } of [...immediateScopes(run), ...season]) {
      const own = scopes.get(scope);
      if (own) own.push({ ...run, weight });
      else scopes.set(scope, [{ ...run, weight }]);
    }
  }
  return [...scopes].map(([scope, own]) => {
    const hash = createHash("sha256");
    for (const { runId, hasReferences, weight } of own) hash.update(`${runId} ${hasReferences} ${weight}\n`);
    const weights = own.map(({ weight }) => weight);
    return { scope, runIds: own.map(({ runId }) => runId), weights, basis: hash.digest("hex") };
  });
}
