import { z } from "zod";
import { EVENT_PRECISIONS } from "#core/event/event.ts";

const topic = {
  id: z.string(),
  slug: z.string(),
  title: z.string(),
  /** Markdown. */
  summary: z.string(),
  isFictional: z.boolean(),
};

export const topicListOutput = z.array(
  z.object({
    ...topic,
    events: z.number(),
    questions: z.number(),
    openQuestions: z.number(),
    /** What happened last in it and was not retracted. */
    last: z
      .object({
        id: z.string(),
        headline: z.string(),
        occurredFrom: z.date(),
        occurredUntil: z.date(),
        precision: z.enum(EVENT_PRECISIONS),
      })
      .nullable(),
  }),
);
export const topicOutput = z.object({
  ...topic,
  createdAt: z.date(),
  /** The multiple-choice question whose options are the scenarios. */
  scenarioQuestionSlug: z.string().nullable(),
  events: z.number(),
  /** When the first thing in its log happened; null while the log is empty. */
  firstOccurredAt: z.date().nullable(),
});
export const topicKeyOutput = z.object({ id: z.string(), slug: z.string() });

export type TopicListItem = z.infer<typeof topicListOutput>[number];
export type TopicView = z.infer<typeof topicOutput>;
