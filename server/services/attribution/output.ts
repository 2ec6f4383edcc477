import { z } from "zod";
import { rangeOutput } from "#services/question/output.ts";

const person = { name: z.string(), isBot: z.boolean(), isSimulated: z.boolean() };
/** A probability, or where the median lies in a range, 0..1. */
const told = z.number().nullable();

const earlyMover = z.object({ ...person, from: z.number(), to: z.number(), movedAt: z.date(), advantage: z.number() });

const movedQuestion = z.object({
  slug: z.string(),
  title: z.string(),
  type: z.string(),
  /** Of a numeric or date question: its values are told as locations in it. */
  range: rangeOutput,
  /** The option that moved most; null where there are none. */
  option: z.string().nullable(),
  /** The crowd just before the report, a day after it and three days after it; null where nothing stood, or it is yet to come. */
  before: told,
  dayLater: told,
  threeDaysLater: told,
  /** From before the report to three days after it, or as far as there is. */
  change: z.number(),
  crowd: z.array(z.object({ at: z.number(), value: told })),
  /** Those who moved most between a day before the report and a day after it. */
  movers: z.array(z.object({ ...person, dayBefore: told, before: told, dayLater: told })),
  /** How many moved. */
  moverCount: z.number(),
  early: z.array(earlyMover),
});

export const eventEffectsOutput = z.object({
  /** When the first source reported it; null once it is retracted. */
  reportedAt: z.date().nullable(),
  askedAt: z.date(),
  questions: z.array(movedQuestion),
  /** Questions that were open and did not move. */
  unmoved: z.number(),
  /** Questions whose crowd is hidden still. */
  hidden: z.number(),
});

export const topicEffectsOutput = z.object({
  events: z.array(
    z.object({
      id: z.string(),
      headline: z.string(),
      reportedAt: z.date(),
      question: z.object({
        slug: z.string(),
        title: z.string(),
        type: z.string(),
        range: rangeOutput,
        option: z.string().nullable(),
      }),
      before: z.number(),
      after: z.number(),
    }),
  ),
  early: z.array(z.object({ ...person, moves: z.number(), advantage: z.number(), meanLeadMs: z.number() })),
});

export type EventEffects = z.infer<typeof eventEffectsOutput>;
export type MovedQuestion = EventEffects["questions"][number];
export type TopicEffects = z.infer<typeof topicEffectsOutput>;
