import type { ServiceContext } from "#services/context.ts";
import { flagFinalAnswers, type LogChange } from "./flag-final-answers.ts";
import { withdrawEngineProposals } from "./withdraw-engine-proposals.ts";

const engineOf = (ctx: ServiceContext): ServiceContext => ({ ...ctx, actor: { kind: "job", name: "engine" } });

/**
 * After a change of a log: the engine reviews the answers there are. Its own proposals that the log no longer
 * supports are withdrawn, final answers are flagged. Gives the questions that are free for another proposal.
 */
export async function reviewAnswers(ctx: ServiceContext, change: LogChange): Promise<string[]> {
  const engine = engineOf(ctx);
  const freed = await withdrawEngineProposals(engine, change);
  await flagFinalAnswers(engine, change);
  return freed;
}

/** The same for proposals that time alone makes untrue. */
export async function reviewProposals(ctx: ServiceContext): Promise<void> {
  await withdrawEngineProposals(engineOf(ctx), {});
}
