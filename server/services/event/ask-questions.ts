import { log } from "#server/log.ts";
import type { ServiceContext } from "../context.ts";
import { type EngineProposal, evaluateOpenQuestions } from "../resolution/evaluate-open-questions.ts";
import { reviewAnswers } from "../resolution/review-answers.ts";
import { type TouchedQuestion, touchedQuestions } from "./touched-questions.ts";

/** What a change of a log did to the topic's questions. */
export interface Asked {
  /** The answers that the engine proposed because of it. */
  proposals: EngineProposal[];
  /** False when the questions could not be asked just now; the engine asks them again within a minute. */
  wereAsked: boolean;
}

/** What a change of some events did, with the open questions whose criteria those may count towards. */
export interface AskedOfEvents extends Asked {
  touched: TouchedQuestion[];
}

/**
 * What is done after a log has changed. A failure here does not undo what was recorded, and is not told as one: whoever recorded
 * it would record it again.
 */
async function unlessItFails<T extends Asked>(topicId: string, asked: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await asked();
  } catch (err) {
    log.error({ err, topicId }, "the questions that a change of the log touches could not be asked");
    return otherwise;
  }
}

const NOT_ASKED = { proposals: [], wereAsked: false };

async function proposalsAfter(
  ctx: ServiceContext,
  topicId: string,
  questionIds?: readonly string[],
  eventIds: readonly string[] = [],
): Promise<Asked> {
  const freed = await reviewAnswers(ctx, { topicId, eventIds });
  const only = questionIds ? { questionIds: [...new Set([...questionIds, ...freed])] } : {};
  return { proposals: await evaluateOpenQuestions(ctx, { topicId, ...only }), wereAsked: true };
}

/** After what a topic's log rests on has changed: asks again about the answers given before, and all of its open questions. */
export function askQuestions(ctx: ServiceContext, topicId: string): Promise<Asked> {
  return unlessItFails(topicId, () => proposalsAfter(ctx, topicId), NOT_ASKED);
}

/** After events have changed: asks again about the answers given before, and the open questions that those events touch. */
export function askAboutEvents(
  ctx: ServiceContext,
  topicId: string,
  eventIds: readonly string[],
): Promise<AskedOfEvents> {
  return unlessItFails(
    topicId,
    async () => {
      const touched = await touchedQuestions(ctx.db, topicId, eventIds);
      const ids = touched.map(({ id }) => id);
      return { touched, ...(await proposalsAfter(ctx, topicId, ids, eventIds)) };
    },
    { touched: [], ...NOT_ASKED },
  );
}
