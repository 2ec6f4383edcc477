import { questionStatus } from "#core/question/question-status.ts";
import { ensureStatusAllows } from "#core/resolution/transitions.ts";
import { authorize, authorizePerson } from "../authorize.ts";
import type { ServiceContext } from "../context.ts";
import { databaseNow, transact } from "../transact.ts";
import { writeAudit } from "../write-audit.ts";
import type { ProposeResolutionInput } from "./input.ts";
import { lockAnswerable } from "./load-answerable.ts";
import { type WrittenProposal, writeProposal } from "./write-proposal.ts";

/** A moderator proposes an answer with its evidence. On a resolved question an admin so proposes to supersede it. */
export async function proposeResolution(ctx: ServiceContext, input: ProposeResolutionInput): Promise<WrittenProposal> {
  const person = authorizePerson(ctx, "propose_resolution");
  return transact(ctx, async (tx) => {
    const question = await lockAnswerable(tx, input.questionId);
    const status = questionStatus(question.facts, (await databaseNow(tx)).getTime());
    if (question.final) authorize(ctx, "decide_resolution");
    ensureStatusAllows(status, question.final ? "supersede" : "propose");
    const proposal = await writeProposal(tx, question, {
      ...input,
      effectiveAt: input.effectiveAt.getTime(),
      knownAt: input.knownAt.getTime(),
      coverageIds: [],
      proposer: "person",
      proposerId: person.id,
    });
    const details = {
      question: input.questionId,
      outcome: input.outcome,
      voidReason: input.voidReason,
      supersedes: question.final?.resolutionId ?? null,
    };
    await writeAudit(tx, ctx, {
      action: "propose-resolution",
      subjectKind: "resolution",
      subjectId: proposal.id,
      details,
    });
    return proposal;
  });
}
