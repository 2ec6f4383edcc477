import { z } from "zod";
import { instant } from "#services/safe-instant.ts";
import { quantity } from "#services/safe-number.ts";
import { listCursor, safeText, slug, uuid } from "#services/safe-text.ts";
import { criteriaInput } from "./criteria-input.ts";

export const QUESTION_TYPES = ["binary", "multiple_choice", "numeric", "date"] as const;
export const LIST_STATUSES = ["open", "awaiting", "resolved", "all"] as const;
export const LIST_SORTS = ["closing", "moving", "newest", "busiest", "resolved"] as const;

const draft = {
  title: safeText({ min: 10, max: 200 }),
  background: safeText({ min: 0, max: 20_000 }).default(""),
  opensAt: instant(),
  closesAt: instant(),
  /** The crowd is hidden until then; null shows it from the start. */
  revealAt: instant().nullable().default(null),
  /** Null: as the instance is set. */
  challengeWindowHours: z.number().min(0).max(336).nullable().default(null),
  /** The labels of a multiple-choice question's options, in order; none for the others. */
  options: z
    .array(safeText({ max: 120 }))
    .max(12)
    .default([]),
  /** Where the answer of a numeric or date question is expected; dates in epoch milliseconds. */
  range: z
    .strictObject({
      min: quantity(),
      max: quantity(),
      zeroPoint: quantity().nullable(),
      openLower: z.boolean(),
      openUpper: z.boolean(),
      unit: safeText({ min: 0, max: 60 }),
    })
    .nullable()
    .default(null),
  /** Names options by their labels. Its window's end is the question's deadline. */
  criteria: criteriaInput,
  finePrint: safeText({ min: 0, max: 10_000 }).default(""),
};

export const draftQuestionInput = z.strictObject({
  topicId: uuid(),
  type: z.enum(QUESTION_TYPES),
  /** Made from the title when it is left out. */
  slug: slug().optional(),
  ...draft,
});
export const reviseDraftInput = z.strictObject({
  questionId: uuid(),
  ...draft,
  /** Needed once the draft has been handed in for review. */
  reason: safeText({ min: 0, max: 2000 }).default(""),
});
export const questionIdInput = z.strictObject({ questionId: uuid() });
export const returnDraftInput = z.strictObject({ questionId: uuid(), reason: safeText({ max: 2000 }) });
export const questionSlugInput = z.strictObject({ slug: slug() });
/** Of a longer history, about so many steps; without it, every one. */
export const crowdHistoryInput = questionSlugInput.extend({ most: z.int().min(10).max(10_000).exactOptional() });
export const evaluationInput = z.strictObject({ slug: slug(), asOf: instant().optional() });
export const dryRunInput = z.strictObject({
  topicId: uuid(),
  options: draft.options,
  criteria: criteriaInput,
  closesAt: instant().optional(),
});
export const listQuestionsInput = z.strictObject({
  status: z.enum(LIST_STATUSES).default("open"),
  topic: slug().optional(),
  search: safeText({ min: 0, max: 200 }).default(""),
  sort: z.enum(LIST_SORTS).optional(),
  cursor: listCursor("questions"),
  limit: z.int().min(1).max(100).default(25),
});

export type DraftQuestionInput = z.input<typeof draftQuestionInput>;
export type ReviseDraftInput = z.input<typeof reviseDraftInput>;
export type DryRunInput = z.input<typeof dryRunInput>;
export type ListQuestionsInput = z.input<typeof listQuestionsInput>;
export type ListStatus = (typeof LIST_STATUSES)[number];
export type ListSort = (typeof LIST_SORTS)[number];
export type CrowdHistoryInput = z.infer<typeof crowdHistoryInput>;
