import { z } from "zod";
import { ordinal } from "#services/safe-number.ts";
import { safeText, uuid } from "#services/safe-text.ts";
import { criteriaInput } from "./criteria-input.ts";

export const changeCriteriaInput = z.strictObject({
  questionId: uuid(),
  /** The version that the change was written on. */
  basedOn: ordinal(),
  /** Names options by their labels. */
  criteria: criteriaInput,
  finePrint: safeText({ min: 0, max: 10_000 }).default(""),
  reason: safeText({ max: 2000 }),
});
export const clarifyQuestionInput = z.strictObject({ questionId: uuid(), text: safeText({ max: 2000 }) });

export type ChangeCriteriaInput = z.input<typeof changeCriteriaInput>;
export type ClarifyQuestionInput = z.input<typeof clarifyQuestionInput>;
