import { z } from "zod";
import { QUESTION_STATUSES } from "#core/question/question-status.ts";
import {
  absenceStepOutput,
  criteriaOutput,
  evaluationOutput,
  findingOutput,
  questionEventOutput,
} from "./evaluation-output.ts";

const status = z.enum(QUESTION_STATUSES);
const option = z.object({ id: z.string(), label: z.string() });
const topicBrief = z.object({ slug: z.string(), title: z.string(), isFictional: z.boolean() });
const point = z
  .object({
    at: z.date(),
    probabilities: z.array(z.number()),
    lowerQuartile: z.array(z.number()),
    upperQuartile: z.array(z.number()),
    forecasters: z.number(),
  })
  .nullable();
const crowd = z.object({ isHidden: z.boolean(), now: point, weekAgo: point });

export const rangeOutput = z
  .object({
    min: z.number(),
    max: z.number(),
    zeroPoint: z.number().nullable(),
    openLower: z.boolean(),
    openUpper: z.boolean(),
    unit: z.string(),
  })
  .nullable();

export const draftedOutput = z.object({ id: z.string(), slug: z.string(), options: z.array(option) });
export const changedOutput = z.object({ questionId: z.string() });
export const publishedOutput = z.object({ questionId: z.string(), slug: z.string() });

export const questionBriefOutput = z.object({
  id: z.string(),
  slug: z.string(),
  type: z.string(),
  title: z.string(),
  status,
  topic: topicBrief.nullable(),
  options: z.array(option),
  range: rangeOutput,
  opensAt: z.date(),
  closesAt: z.date(),
  deadlineAt: z.date(),
  forecasters: z.number(),
  crowd,
  answer: z.object({ label: z.string(), outcome: z.string().nullable(), finalAt: z.date() }).nullable(),
});
export const questionListOutput = z.object({ items: z.array(questionBriefOutput), nextCursor: z.string().nullable() });

const answer = {
  version: z.number(),
  outcome: z.string().nullable(),
  outcomeLabel: z.string(),
  voidReason: z.string().nullable(),
  effectiveAt: z.date(),
  knownAt: z.date(),
};
export const questionOutput = z.object({
  id: z.string(),
  slug: z.string(),
  type: z.string(),
  title: z.string(),
  background: z.string(),
  status,
  takesForecasts: z.boolean(),
  isImported: z.boolean(),
  opensAt: z.date(),
  closesAt: z.date(),
  deadlineAt: z.date(),
  revealAt: z.date().nullable(),
  challengeWindowHours: z.number().nullable(),
  createdAt: z.date(),
  submittedAt: z.date().nullable(),
  publishedAt: z.date().nullable(),
  createdBy: z.string(),
  topic: topicBrief.extend({ id: z.string() }).nullable(),
  options: z.array(option),
  range: rangeOutput,
  forecasts: z.number(),
  forecasters: z.number(),
  crowd,
  criteria: z.array(
    z.object({
      version: z.number(),
      rule: criteriaOutput.nullable(),
      hash: z.string(),
      sentence: z.string(),
      finePrint: z.string(),
      reason: z.string().nullable(),
      createdAt: z.date(),
      createdBy: z.string(),
    }),
  ),
  pending: z
    .object({ ...answer, proposedAt: z.date(), challengeUntil: z.date(), isChallenged: z.boolean() })
    .nullable(),
  answer: z.object({ ...answer, finalAt: z.date() }).nullable(),
  may: z.object({ draft: z.boolean(), publish: z.boolean() }),
  askedAt: z.date(),
});

export const crowdHistoryOutput = z.object({
  isHidden: z.boolean(),
  revealAt: z.date().nullable(),
  at: z.array(z.number()),
  forecasters: z.array(z.number()),
  answers: z.array(
    option.extend({ median: z.array(z.number()), lower: z.array(z.number()), upper: z.array(z.number()) }),
  ),
});

export const questionEvaluationOutput = z
  .object({
    evaluation: evaluationOutput,
    zone: z.string(),
    events: z.array(questionEventOutput),
    absence: z.array(absenceStepOutput),
  })
  .nullable();
export const dryRunOutput = z.object({
  sentence: z.string(),
  findings: z.array(findingOutput),
  evaluation: evaluationOutput,
  lookBack: z.object({ evaluation: evaluationOutput, from: z.number(), until: z.number() }),
  events: z.array(questionEventOutput),
  isPublishable: z.boolean(),
});

export const draftListOutput = z.array(
  z.object({
    id: z.string(),
    slug: z.string(),
    type: z.string(),
    title: z.string(),
    status,
    opensAt: z.date(),
    closesAt: z.date(),
    deadlineAt: z.date(),
    createdAt: z.date(),
    createdBy: z.string(),
    isOwn: z.boolean(),
    submittedAt: z.date().nullable(),
    topic: z.object({ slug: z.string(), title: z.string() }).nullable(),
    criteriaVersion: z.number(),
    sentence: z.string(),
  }),
);
export const draftOutput = z.object({
  id: z.string(),
  slug: z.string(),
  topicId: z.string().nullable(),
  type: z.string(),
  title: z.string(),
  background: z.string(),
  opensAt: z.date(),
  closesAt: z.date(),
  revealAt: z.date().nullable(),
  challengeWindowHours: z.number().nullable(),
  isUnderReview: z.boolean(),
  options: z.array(z.string()),
  range: rangeOutput,
  criteria: criteriaOutput.nullable(),
  finePrint: z.string(),
});
