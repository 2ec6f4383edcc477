import type { Criteria } from "#core/criteria/criteria.ts";
import { evaluate } from "#core/criteria/evaluate.ts";
import type { Db } from "#db/client.ts";
import { authorize } from "#services/authorize.ts";
import type { ServiceContext } from "#services/context.ts";
import { loadLogFor } from "#services/event-log/load-log-for.ts";
import { type LogNaming, logNaming } from "#services/event-log/log-naming.ts";
import { publishedUnanswered } from "#services/question-state.ts";
import { loadCoverage } from "./load-coverage.ts";
import type { WaitingQuestion } from "./output.ts";

const MOST = 100;

function undecided(db: Db, topicId: string | undefined, now: Date) {
  return db.question.findMany({
    where: {
      ...(topicId ? { topicId } : { topicId: { not: null } }),
      ...publishedUnanswered,
      deadlineAt: { lte: now },
      resolutions: { none: { decision: null } },
    },
    select: {
      id: true,
      slug: true,
      title: true,
      deadlineAt: true,
      topic: { select: { id: true, slug: true, title: true } },
      criteria: { select: { rule: true }, orderBy: { version: "desc" }, take: 1 },
    },
    orderBy: [{ deadlineAt: "asc" }, { id: "asc" }],
    take: MOST,
  });
}

/** What must be signed before absence may decide these criteria; each scope once, over all that is missing of it. */
async function needsOf(ctx: ServiceContext, topicId: string, criteria: Criteria, named: LogNaming) {
  const log = await loadLogFor(ctx.db, { topicId }, [criteria]);
  const { missing } = evaluate(criteria, log, await loadCoverage(ctx.db, { topicId }), ctx.now.getTime());
  const needs = new Map<string, WaitingQuestion["needs"][number]>();
  for (const lack of missing) {
    if (lack.kind !== "coverage") continue;
    const { types, actors, gaps } = lack;
    const from = Math.min(...gaps.map((gap) => gap.from));
    const until = Math.max(...gaps.map((gap) => gap.until));
    const key = `${types} ${actors} ${from} ${until}`;
    const span = { coversFrom: new Date(from), coversUntil: new Date(until) };
    needs.set(key, { text: named(lack.text), types: [...types], actors: [...actors], ...span });
  }
  return [...needs.values()];
}

/** Questions that wait for nothing but a moderator's signature that the log is complete, those due longest first. */
export async function questionsWaitingForCoverage(
  ctx: ServiceContext,
  { topicId }: { topicId?: string | undefined },
): Promise<WaitingQuestion[]> {
  authorize(ctx, "sign_coverage");
  const named = await logNaming(ctx.db);
  const waiting: WaitingQuestion[] = [];
  for (const { criteria, topic, ...question } of await undecided(ctx.db, topicId, ctx.now)) {
    const rule = criteria[0]?.rule as Criteria | null | undefined;
    if (!rule || !topic) continue;
    const needs = await needsOf(ctx, topic.id, rule, named);
    if (needs.length > 0) waiting.push({ ...question, topic, needs });
  }
  return waiting;
}
