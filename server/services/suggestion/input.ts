import { z } from "zod";
import { criteriaInput } from "#services/question/criteria-input.ts";
import { draftQuestionInput } from "#services/question/input.ts";
import { safeText, uuid } from "#services/safe-text.ts";

export const suggestQuestionInput = z.strictObject({
  title: safeText({ min: 10, max: 200 }),
  /** Null: a story that has no topic yet. */
  topicId: uuid().nullable(),
  why: safeText({ max: 4000 }),
  /** How it would be decided, in words. */
  roughCriteria: safeText({ min: 0, max: 4000 }).default(""),
  /** The same, as a rule; names options by their labels. */
  criteria: criteriaInput.nullable().default(null),
});
export const suggestionIdInput = z.strictObject({ suggestionId: uuid() });
export const takeUpSuggestionInput = z.strictObject({ suggestionId: uuid(), question: draftQuestionInput });
export const declineSuggestionInput = z.strictObject({ suggestionId: uuid(), reason: safeText({ max: 2000 }) });

export type SuggestQuestionInput = z.input<typeof suggestQuestionInput>;
export type TakeUpSuggestionInput = z.input<typeof takeUpSuggestionInput>;
export type DeclineSuggestionInput = z.input<typeof declineSuggestionInput>;
