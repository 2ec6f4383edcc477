import { z } from "zod";
import { listCursor, safeText, slug } from "#services/safe-text.ts";

export const scoresOfQuestionInput = z.strictObject({ slug: slug() });
export const explainScoreInput = z.strictObject({ slug: slug(), name: safeText({ max: 40 }) });
export const scoresOfUserInput = z.strictObject({
  name: safeText({ max: 40 }),
  cursor: listCursor("scores"),
  limit: z.int().min(1).max(100).default(25),
});

export type ExplainScoreInput = z.infer<typeof explainScoreInput>;
export type ScoresOfUserInput = z.input<typeof scoresOfUserInput>;
