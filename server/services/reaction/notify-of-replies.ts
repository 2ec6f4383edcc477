import type { Notice } from "#core/notice/notice.ts";
import type { Tx } from "#db/client.ts";
import { writeNotices } from "#services/notice/write-notices.ts";
import type { CONSUMERS } from "#services/outbox/consumers.ts";
import type { DomainEvent } from "#services/outbox/domain-events.ts";

type Reply = DomainEvent<(typeof CONSUMERS)["notify-of-replies"][number]>;

/** What became of something, and who wanted it; nobody where the engine did. */
interface Answered {
  readonly notice: Notice;
  readonly wantedById: string | null;
}

const ofQuestion = { question: { select: { slug: true, title: true } } } as const;

async function reopening(tx: Tx, requestId: string): Promise<Answered> {
  const { kind, reason, request } = await tx.reopenAnswer.findUniqueOrThrow({
    where: { requestId },
    select: {
      kind: true,
      reason: true,
      request: { select: { requestedById: true, resolution: { select: ofQuestion } } },
    },
  });
  const told = kind === "reopened" ? "reopening_granted" : "reopening_declined";
  return { notice: { kind: told, params: { ...request.resolution, reason } }, wantedById: request.requestedById };
}

async function suggestedAnswer(tx: Tx, suggestionId: string): Promise<Answered> {
  const { kind, reason, suggestion } = await tx.resolutionSuggestionAnswer.findUniqueOrThrow({
    where: { suggestionId },
    select: { kind: true, reason: true, suggestion: { select: { suggestedById: true, questionId: true } } },
  });
  const { suggestedById, questionId } = suggestion;
  const question = await tx.question.findUniqueOrThrow({ where: { id: questionId }, ...ofQuestion.question });
  const told = kind === "adopted" ? "suggested_answer_proposed" : "suggested_answer_declined";
  return { notice: { kind: told, params: { question, reason } }, wantedById: suggestedById };
}

async function suggestedQuestion(tx: Tx, suggestionId: string): Promise<Answered> {
  const { questionId, reason, suggestion } = await tx.suggestionAnswer.findUniqueOrThrow({
    where: { suggestionId },
    select: { questionId: true, reason: true, suggestion: { select: { title: true, suggestedById: true } } },
  });
  const { title, suggestedById } = suggestion;
  const notice: Notice =
    questionId === null
      ? { kind: "suggestion_declined", params: { title, reason } }
      : { kind: "suggestion_taken_up", params: { title } };
  return { notice, wantedById: suggestedById };
}

function answeredIn(tx: Tx, { kind, payload }: Reply): Promise<Answered> {
  if (kind === "reopening.answered") return reopening(tx, payload.requestId);
  const { suggestionId } = payload;
  return kind === "suggestion.answered" ? suggestedQuestion(tx, suggestionId) : suggestedAnswer(tx, suggestionId);
}

/** Notifies whoever suggested a question or an answer, or wanted a final answer reopened, what became of it. */
export async function notifyOfReplies(tx: Tx, event: Reply): Promise<void> {
  const { notice, wantedById } = await answeredIn(tx, event);
  if (wantedById !== null) await writeNotices(tx, notice, [wantedById]);
}
