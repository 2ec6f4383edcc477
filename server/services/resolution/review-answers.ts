import type { Db } from "#db/client.ts";
import type { ServiceContext } from "../context.ts";
import { databaseNow } from "../transact.ts";
import { flagStandingAnswers, type LogChange } from "./flag-standing-answers.ts";
import { withdrawEngineProposals } from "./withdraw-engine-proposals.ts";

/** How far back a change of the log is looked for: longer than a pause between two runs of the job. */
const LOOK_BACK_MS = 3_600_000;

/** The topics whose logs changed of late, and which of their events did. */
async function recentChanges(db: Db, since: Date): Promise<LogChange[]> {
  return db.$queryRaw<LogChange[]>`
    SELECT t.id AS "topicId", COALESCE((
      SELECT array_agg(DISTINCT r.event_id::text) FROM event_revisions r JOIN events e ON e.id = r.event_id
      WHERE e.topic_id = t.id AND r.recorded_at > ${since}), '{}') AS "eventIds"
    FROM topics t
    WHERE EXISTS (SELECT FROM event_revisions r JOIN events e ON e.id = r.event_id
        WHERE e.topic_id = t.id AND r.recorded_at > ${since})
      OR EXISTS (SELECT FROM coverage c WHERE c.topic_id = t.id AND c.signed_at > ${since} AND c.supersedes_id IS NOT NULL)`;
}

const engineOf = (ctx: ServiceContext): ServiceContext => ({ ...ctx, actor: { kind: "job", name: "engine" } });

/**
 * After a change of a log: the engine asks again about the answers there are. Its own proposals that the log no longer
 * bears are withdrawn, answers that stand are flagged. Gives the questions that are free for another proposal.
 */
export async function reviewAnswers(ctx: ServiceContext, change: LogChange): Promise<string[]> {
  const engine = engineOf(ctx);
  const freed = await withdrawEngineProposals(engine, change);
  await flagStandingAnswers(engine, change);
  return freed;
}

/** The same for every topic whose log changed of late: what a process that died after a change left undone. */
export async function reviewRecentAnswers(ctx: ServiceContext): Promise<void> {
  const now = await databaseNow(ctx.db);
  await withdrawEngineProposals(engineOf(ctx), {});
  for (const change of await recentChanges(ctx.db, new Date(now.getTime() - LOOK_BACK_MS))) {
    await flagStandingAnswers(engineOf(ctx), change);
  }
}
