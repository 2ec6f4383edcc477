import { reviewReason } from "#core/resolution/review-reason.ts";
import type { Db, Tx } from "#db/client.ts";
import { readingOf, readLog } from "./withdraw-engine-proposals.ts";

/** A final answer with what it takes to ask the log about it again. */
export interface FinalAnswer {
  readonly id: string;
  readonly outcome: string | null;
  readonly effectiveAt: Date;
  readonly knownAt: Date;
  readonly finalAt: Date;
  /** Null when the engine read it in the log. */
  readonly proposedById: string | null;
  readonly rule: unknown;
  readonly evidence: readonly { readonly eventId: string; readonly revisionId: string }[];
}

/** Why an answer should be looked at again. */
export interface Doubt {
  readonly reason: string;
  /** What the doubt was read from: the same is not told twice. */
  readonly basis: string;
  readonly evidenceIds: readonly string[];
}

/** Doubts about a final answer that the topic's log raises by an instant; none where it still bears it. */
export async function answerDoubts(
  db: Db | Tx,
  answer: FinalAnswer,
  { topicId, asOf }: { topicId: string; asOf: Date },
): Promise<Doubt[]> {
  const doubts = answer.proposedById === null ? [] : await fallenEvidence(db, answer);
  if (!answer.rule) return doubts;
  const now = await readLog(db, topicId, answer.rule, asOf);
  const own = readingOf(answer);
  const asDecided = answer.proposedById === null ? own : await readLog(db, topicId, answer.rule, answer.finalAt);
  const reason = reviewReason(own, asDecided, now);
  if (reason) {
    const basis = [now.outcome, now.effectiveAt, now.knownAt].join(" ");
    doubts.push({ reason, basis, evidenceIds: now.evidenceIds });
  }
  return doubts;
}

/** What a person cited and what was retracted or disputed since: the engine's answers are read from the log anew instead. */
async function fallenEvidence(db: Db | Tx, { evidence }: FinalAnswer): Promise<Doubt[]> {
  const events = await db.event.findMany({
    where: { id: { in: evidence.map(({ eventId }) => eventId) } },
    select: {
      id: true,
      revisions: {
        select: { id: true, status: true, headline: true, merge: { select: { revisionId: true } } },
        orderBy: { number: "desc" },
        take: 1,
      },
    },
    orderBy: { id: "asc" },
  });
  const cited = new Set(evidence.map(({ revisionId }) => revisionId));
  return events.flatMap(({ id, revisions: [latest] }) => {
    // What was merged stands as its duplicate.
    if (!latest || latest.status === "reported" || latest.merge || cited.has(latest.id)) return [];
    const reason = `“${latest.headline}”, which the answer rests on, is ${latest.status} now.`;
    return [{ reason, basis: `${latest.status} ${latest.id}`, evidenceIds: [id] }];
  });
}
