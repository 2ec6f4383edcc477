import { log } from "#server/log.ts";
import type { ServiceContext } from "../context.ts";
import { type EngineProposal, evaluateOpenQuestions } from "../resolution/evaluate-open-questions.ts";
import { reviewAnswers } from "../resolution/review-answers.ts";

/** What a change of a log did to the topic's questions. */
export interface Asked {
  /** The answers that the engine proposed because of it. */
  proposals: EngineProposal[];
  /** False when the questions could not be asked just now; the engine asks them again within a minute. */
  wereAsked: boolean;
}

/**
 * After a log has changed: asks again about the answers given before, and the topic's open questions, those alone that
 * the change touches when they are named. A failure here does not undo what was recorded.
 */
export async function askQuestions(
  ctx: ServiceContext,
  topicId: string,
  questionIds?: readonly string[],
  eventIds: readonly string[] = [],
): Promise<Asked> {
  try {
    const freed = await reviewAnswers(ctx, { topicId, eventIds });
    const only = questionIds ? { questionIds: [...new Set([...questionIds, ...freed])] } : {};
    return { proposals: await evaluateOpenQuestions(ctx, { topicId, ...only }), wereAsked: true };
  } catch (err) {
    log.error({ err, topicId }, "the questions that a change of the log touches could not be asked");
    return { proposals: [], wereAsked: false };
  }
}
