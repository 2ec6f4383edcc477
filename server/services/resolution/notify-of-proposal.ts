import type { NoticeKind } from "#core/notice/notice.ts";
import type { Tx } from "#db/client.ts";
import { writeNotices } from "#services/notice/write-notices.ts";
import type { Answerable } from "./load-answerable.ts";
import { namedOutcome } from "./named-outcome.ts";
import { deciders, peopleConcerned } from "./people-concerned.ts";

type Subject = Pick<Answerable, "id" | "slug" | "title" | "options" | "final">;

const named = ({ slug, title }: Pick<Subject, "slug" | "title">) => ({ slug, title });

interface ProposedAnswer {
  readonly outcome: string | null;
  readonly challengeUntil: Date;
  /** Who did it and needs no notice; undefined for the engine. */
  readonly by?: string | undefined;
  readonly isAmended?: boolean;
}

/** Notifies everybody concerned that an answer is proposed, and until when they may challenge it. */
export async function notifyOfProposal(
  tx: Tx,
  question: Subject,
  { outcome, challengeUntil, by, isAmended = false }: ProposedAnswer,
): Promise<void> {
  const params = {
    question: named(question),
    outcome: namedOutcome(outcome, question.options),
    challengeUntil: challengeUntil.getTime(),
  };
  const personIds = await peopleConcerned(tx, { questionId: question.id, except: by });
  if (isAmended) await writeNotices(tx, { kind: "resolution_amended", params }, personIds);
  else {
    const isNew = question.final !== null;
    await writeNotices(tx, { kind: "resolution_proposed", params: { ...params, isNew } }, personIds);
  }
}

/** Notifies everybody concerned, and the admins, that somebody objects: to a proposal, or to a final answer. */
export async function notifyOfChallenge(
  tx: Tx,
  question: Subject,
  { reason, by, kind }: { reason: string; by: string; kind: "challenge" | "reopen" },
): Promise<void> {
  const concerned = kind === "challenge" ? await peopleConcerned(tx, { questionId: question.id, except: by }) : [];
  const admins = (await deciders(tx)).filter((id) => id !== by);
  const params = { question: named(question), reason };
  await writeNotices(tx, { kind: kind === "challenge" ? "resolution_challenged" : "reopening_requested", params }, [
    ...concerned,
    ...admins,
  ]);
}

interface ReturnedAnswer {
  readonly kind: Extract<NoticeKind, "resolution_rejected" | "resolution_returned" | "resolution_withdrawn">;
  readonly reason: string;
  readonly by?: string | undefined;
}

/** Notifies everybody concerned that a proposal is gone: rejected, returned as too early, or withdrawn by the engine. */
export async function notifyOfReturn(tx: Tx, question: Subject, { kind, reason, by }: ReturnedAnswer): Promise<void> {
  const personIds = await peopleConcerned(tx, { questionId: question.id, except: by });
  await writeNotices(tx, { kind, params: { question: named(question), reason } }, personIds);
}

interface AnsweredRequest {
  readonly kind: Extract<
    NoticeKind,
    "suggested_answer_proposed" | "suggested_answer_declined" | "reopening_granted" | "reopening_declined"
  >;
  readonly personId: string;
  readonly reason: string;
}

/** Notifies one person what became of what they asked for. */
export function notifyOne(
  tx: Tx,
  question: Pick<Subject, "slug" | "title">,
  { kind, personId, reason }: AnsweredRequest,
): Promise<void> {
  return writeNotices(tx, { kind, params: { question: named(question), reason } }, [personId]);
}
