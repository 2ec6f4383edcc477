import type { Criteria } from "#core/criteria/criteria.ts";
import { mayTouch } from "#core/criteria/touched-by.ts";
import type { LoggedEvent } from "#core/event/event.ts";
import { readingChange, readingDiffers } from "#core/resolution/reading-differs.ts";
import type { Db } from "#db/client.ts";
import type { ServiceContext } from "../context.ts";
import { loadLog } from "../event/load-log.ts";
import { writeNotices } from "../notice/write-notices.ts";
import { databaseNow, transact } from "../transact.ts";
import { writeAudit } from "../write-audit.ts";
import { lockByResolution } from "./load-answerable.ts";
import { deciders } from "./people-told.ts";
import { readingOf, readLog } from "./withdraw-engine-proposals.ts";

/** So many changed events are tried one by one; after more, every answer of the topic is asked again. */
const MOST_TRIED = 200;

/** A topic whose log changed, and which of its events did; none where a statement of coverage was replaced. */
export interface LogChange {
  readonly topicId: string;
  readonly eventIds: readonly string[];
}

/** The engine's answers that stand on a topic's questions. */
function standingAnswers(db: Db, topicId: string) {
  return db.finalResolution.findMany({
    where: { question: { topicId }, resolution: { proposedById: null, importBatchId: null } },
    select: {
      resolution: {
        select: {
          id: true,
          outcome: true,
          effectiveAt: true,
          knownAt: true,
          coverageIds: true,
          evidence: { select: { eventId: true } },
          criteriaVersion: { select: { rule: true } },
        },
      },
    },
    orderBy: { questionId: "asc" },
  });
}

type Standing = Awaited<ReturnType<typeof standingAnswers>>[number]["resolution"];

async function isTouched(
  db: Db,
  answer: Standing,
  { topicId, eventIds }: LogChange,
  events: readonly LoggedEvent[],
): Promise<boolean> {
  if (eventIds.length > MOST_TRIED || answer.evidence.some(({ eventId }) => eventIds.includes(eventId))) return true;
  const rule = answer.criteriaVersion?.rule as unknown as Criteria;
  if (events.some((event) => mayTouch(rule, event))) return true;
  if (answer.coverageIds.length === 0) return false;
  const replaced = { topicId, supersedesId: { in: answer.coverageIds } };
  return (await db.coverage.count({ where: replaced, take: 1 })) > 0;
}

/** Puts the flag in the queue once for each reading, under the question's lock. */
async function flag(engine: ServiceContext, resolutionId: string, topicId: string, rule: unknown): Promise<void> {
  await transact(engine, async (tx) => {
    const question = await lockByResolution(tx, resolutionId);
    if (question.final?.resolutionId !== resolutionId) return;
    const row = await tx.resolution.findUniqueOrThrow({ where: { id: resolutionId } });
    const [then, now] = [readingOf(row), await readLog(tx, topicId, rule, await databaseNow(tx))];
    if (!readingDiffers(then, now)) return;
    const basis = [now.outcome, now.effectiveAt, now.knownAt].join(" ");
    const known = { resolutionId, requestedById: null, basis };
    if (await tx.reopenRequest.findFirst({ where: known, select: { id: true } })) return;
    const reason = readingChange(then, now);
    await tx.reopenRequest.create({ data: { ...known, reason, evidenceIds: [...now.evidenceIds] } });
    const details = { question: question.id, outcome: now.outcome };
    await writeAudit(tx, engine, {
      action: "flag-resolution",
      subjectKind: "resolution",
      subjectId: resolutionId,
      details,
    });
    await writeNotices(tx, {
      kind: "resolution_flagged",
      personIds: await deciders(tx),
      title: `The log no longer agrees with the answer: ${question.title}`,
      body: reason,
      href: "/admin",
    });
  });
}

/**
 * Asks the log again about the engine's answers that stand and that a late event, a retraction or a new statement of
 * coverage may touch. Where it says something else now, admins find a request to reopen in their queue: the engine
 * changes no answer that was scored.
 */
export async function flagStandingAnswers(engine: ServiceContext, change: LogChange): Promise<void> {
  const { db } = engine;
  const { topicId } = change;
  const answers = await standingAnswers(db, topicId);
  if (answers.length === 0) return;
  const asOf = await databaseNow(db);
  const events: LoggedEvent[] = [];
  for (const eventId of change.eventIds.slice(0, MOST_TRIED)) events.push(...(await loadLog(db, { topicId, eventId })));
  for (const { resolution } of answers) {
    const rule = resolution.criteriaVersion?.rule;
    if (!rule || !(await isTouched(db, resolution, change, events))) continue;
    const now = await readLog(db, topicId, rule, asOf);
    if (readingDiffers(readingOf(resolution), now)) await flag(engine, resolution.id, topicId, rule);
  }
}
