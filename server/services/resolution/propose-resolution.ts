import type { Account } from "#core/actor.ts";
import { questionStatus } from "#core/question/question-status.ts";
import { ensureStatusAllows } from "#core/resolution/transitions.ts";
import type { Tx } from "#db/client.ts";
import { authorize, authorizePerson } from "#services/authorize.ts";
import { conflictsInQuestion } from "#services/conflict/conflicts-in.ts";
import type { ServiceContext } from "#services/context.ts";
import { databaseNow, transact } from "#services/transact.ts";
import { writeAudit } from "#services/write-audit.ts";
import { answerByReopening } from "./answer-reopening.ts";
import type { ProposeResolutionInput } from "./input.ts";
import { type Answerable, lockAnswerable } from "./load-answerable.ts";
import { type WrittenProposal, writeProposal } from "./write-proposal.ts";

/** A person's proposal, under the question's lock and in the caller's transaction. */
export async function proposeWithin(
  tx: Tx,
  ctx: ServiceContext,
  person: Account,
  question: Answerable,
  answer: Omit<ProposeResolutionInput, "questionId">,
): Promise<WrittenProposal> {
  const questionId = question.id;
  const status = questionStatus(question.facts, (await databaseNow(tx)).getTime());
  if (question.final) authorize(ctx, "decide_resolution");
  ensureStatusAllows(status, question.final ? "supersede" : "propose");
  const proposal = await writeProposal(tx, question, {
    ...answer,
    effectiveAt: answer.effectiveAt.getTime(),
    knownAt: answer.knownAt.getTime(),
    coverageIds: answer.coverageIds ?? [],
    proposer: "person",
    proposerId: person.id,
    conflicts: await conflictsInQuestion(tx, person.id, questionId),
  });
  const { outcome, voidReason } = answer;
  const details = { question: questionId, outcome, voidReason, supersedes: question.final?.resolutionId ?? null };
  const subject = { subjectKind: "resolution", subjectId: proposal.id };
  await writeAudit(tx, ctx, { action: "propose-resolution", ...subject, details });
  await answerByReopening(tx, question, { answeredById: person.id, reason: answer.note });
  return proposal;
}

/** A moderator proposes an answer with its evidence. On a resolved question an admin so proposes to supersede it. */
export async function proposeResolution(
  ctx: ServiceContext,
  { questionId, ...answer }: ProposeResolutionInput,
): Promise<WrittenProposal> {
  const person = authorizePerson(ctx, "propose_resolution");
  return transact(ctx, async (tx) => {
    const question = await lockAnswerable(tx, questionId);
    return proposeWithin(tx, ctx, person, question, answer);
  });
}
