import type { ServiceContext } from "#services/context.ts";
import { enterDueScores } from "#services/score/enter-due-scores.ts";

/** Questions answered early join their season and calibration when their scheduled time has passed. */
export async function enterDueScoresJob(ctx: ServiceContext): Promise<void> {
  await enterDueScores(ctx);
}
