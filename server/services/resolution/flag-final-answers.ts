import type { Criteria } from "#core/criteria/criteria.ts";
import { mayTouch } from "#core/criteria/touched-by.ts";
import type { LoggedEvent } from "#core/event/event.ts";
import type { Db } from "#db/client.ts";
import type { ServiceContext } from "#services/context.ts";
import { loadLog } from "#services/event-log/load-log.ts";
import { recordEvents } from "#services/outbox/record-events.ts";
import { databaseNow, transact } from "#services/transact.ts";
import { writeAudit } from "#services/write-audit.ts";
import { answerDoubts } from "./answer-doubts.ts";
import { lockByResolution } from "./load-answerable.ts";

/** So many changed events are tried one by one; after more, every answer of the topic is asked again. */
const MAX_TRIED = 200;

/** A topic whose log changed, and which of its events did; none where a statement of coverage was replaced. */
export interface LogChange {
  readonly topicId: string;
  readonly eventIds: readonly string[];
}

/** The answers that stand on a topic's questions, but for those that came from elsewhere. */
async function finalAnswers(db: Db, topicId: string) {
  const rows = await db.finalResolution.findMany({
    where: { question: { topicId }, resolution: { importBatchId: null } },
    select: {
      finalAt: true,
      resolution: {
        select: {
          id: true,
          outcome: true,
          effectiveAt: true,
          knownAt: true,
          proposedById: true,
          coverageIds: true,
          evidence: { select: { eventId: true, revisionId: true } },
          criteriaVersion: { select: { rule: true } },
        },
      },
    },
    orderBy: { questionId: "asc" },
  });
  return rows.map(({ finalAt, resolution: { criteriaVersion, ...answer } }) => ({
    ...answer,
    finalAt,
    rule: criteriaVersion?.rule ?? null,
  }));
}

type FinalAnswer = Awaited<ReturnType<typeof finalAnswers>>[number];

async function isTouched(
  db: Db,
  answer: FinalAnswer,
  { topicId, eventIds }: LogChange,
  events: readonly LoggedEvent[],
): Promise<boolean> {
  if (eventIds.length > MAX_TRIED || answer.evidence.some(({ eventId }) => eventIds.includes(eventId))) return true;
  if (answer.rule === null) return false;
  if (events.some((event) => mayTouch(answer.rule as unknown as Criteria, event))) return true;
  if (answer.coverageIds.length === 0) return false;
  const replaced = { topicId, supersedesId: { in: answer.coverageIds } };
  return (await db.coverage.count({ where: replaced, take: 1 })) > 0;
}

/** Puts doubts in the queue, each once, under the question's lock. */
async function flag(engine: ServiceContext, answer: FinalAnswer, topicId: string): Promise<void> {
  await transact(engine, async (tx) => {
    const question = await lockByResolution(tx, answer.id);
    if (question.final?.resolutionId !== answer.id) return;
    for (const { reason, basis, evidenceIds } of await answerDoubts(tx, answer, {
      topicId,
      asOf: await databaseNow(tx),
    })) {
      const known = { resolutionId: answer.id, requestedById: null, basis };
      if (await tx.reopenRequest.findFirst({ where: known, select: { id: true } })) continue;
      const { id: requestId } = await tx.reopenRequest.create({
        data: { ...known, reason, evidenceIds: [...evidenceIds] },
        select: { id: true },
      });
      const subject = { subjectKind: "resolution", subjectId: answer.id };
      await writeAudit(tx, engine, {
        action: "flag-resolution",
        ...subject,
        details: { question: question.id, basis },
      });
      const happened = { questionId: question.id, resolutionId: answer.id, requestId };
      await recordEvents(tx, [{ kind: "reopening.requested", payload: happened }]);
    }
  });
}

/**
 * Asks the log again about the answers that stand and that a late event, a retraction or a new statement of coverage may
 * touch. Where it says something else now, or what a person cited has fallen, admins find a request to reopen in their
 * queue: the engine changes no answer that was scored.
 */
export async function flagFinalAnswers(engine: ServiceContext, change: LogChange): Promise<void> {
  const { db } = engine;
  const { topicId } = change;
  const answers = await finalAnswers(db, topicId);
  if (answers.length === 0) return;
  const asOf = await databaseNow(db);
  const events: LoggedEvent[] = [];
  for (const eventId of change.eventIds.slice(0, MAX_TRIED)) events.push(...(await loadLog(db, { topicId, eventId })));
  for (const answer of answers) {
    if (!(await isTouched(db, answer, change, events))) continue;
    if ((await answerDoubts(db, answer, { topicId, asOf })).length > 0) await flag(engine, answer, topicId);
  }
}
