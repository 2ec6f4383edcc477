import type { ServiceContext } from "../context.ts";
import { type EngineProposal, evaluateOpenQuestions } from "../resolution/evaluate-open-questions.ts";

/** What a change of a log did to the topic's questions. */
export interface Asked {
  /** The answers that the engine proposed because of it. */
  proposals: EngineProposal[];
  /** False when the questions could not be asked just now; the engine asks them again within a minute. */
  wereAsked: boolean;
}

/** After a log has changed: asks the topic's open questions. A failure here does not undo what was recorded. */
export async function askQuestions(ctx: ServiceContext, topicId: string): Promise<Asked> {
  try {
    return { proposals: await evaluateOpenQuestions(ctx, { topicId }), wereAsked: true };
  } catch {
    return { proposals: [], wereAsked: false };
  }
}
