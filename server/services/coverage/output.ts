import { z } from "zod";

export const coverageOutput = z.array(
  z.object({
    id: z.string(),
    types: z.array(z.string()),
    actors: z.array(z.string()),
    coversFrom: z.date(),
    coversUntil: z.date(),
    note: z.string(),
    signedAt: z.date(),
    signedByName: z.string(),
  }),
);
export const signedCoverageOutput = z.object({
  id: z.string(),
  proposals: z.array(z.object({ questionId: z.string(), slug: z.string(), title: z.string(), outcome: z.string() })),
  areEvaluated: z.boolean(),
});
/** Questions whose window is over, and which only a signature keeps from an answer by absence. */
export const waitingQuestionsOutput = z.array(
  z.object({
    id: z.string(),
    slug: z.string(),
    title: z.string(),
    deadlineAt: z.date(),
    topic: z.object({ id: z.string(), slug: z.string(), title: z.string() }),
    needs: z.array(
      z.object({
        text: z.string(),
        types: z.array(z.string()),
        actors: z.array(z.string()),
        coversFrom: z.date(),
        coversUntil: z.date(),
      }),
    ),
  }),
);

export type WaitingQuestion = z.infer<typeof waitingQuestionsOutput>[number];
