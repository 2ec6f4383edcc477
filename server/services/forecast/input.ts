import { z } from "zod";
import { CDF_POINTS } from "#core/stated-cdf.ts";
import { listCursor, safeText, uuid } from "#services/safe-text.ts";

export const submitForecastInput = z.strictObject({
  questionId: uuid(),
  /** Binary: [P(yes)]. Multiple choice: one per option, in their order. Numeric, date: a CDF of 201 points. */
  probabilities: z.array(z.number()).min(1).max(CDF_POINTS),
  /** Markdown. */
  rationale: safeText({ max: 10_000 }).optional(),
  /** Sent again with the same body, it answers with the forecast it made the first time. */
  idempotencyKey: safeText({ max: 200 }).optional(),
});
export const withdrawForecastInput = z.strictObject({ questionId: uuid() });
export const questionInput = z.strictObject({ questionId: uuid() });
export const forecastsOfQuestionInput = z.strictObject({
  questionId: uuid(),
  /** Only those that say why. */
  onlyReasoned: z.boolean().default(false),
  cursor: listCursor("forecasts"),
  limit: z.int().min(1).max(100).default(25),
});
export const forecastsOfUserInput = z.strictObject({
  name: safeText({ max: 40 }),
  cursor: listCursor("forecasts"),
  limit: z.int().min(1).max(100).default(25),
});

export type SubmitForecastInput = z.infer<typeof submitForecastInput>;
export type WithdrawForecastInput = z.infer<typeof withdrawForecastInput>;
export type ForecastsOfQuestionInput = z.input<typeof forecastsOfQuestionInput>;
export type ForecastsOfUserInput = z.input<typeof forecastsOfUserInput>;
