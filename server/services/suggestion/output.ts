import { z } from "zod";
import { criteriaOutput } from "#services/question/evaluation-output.ts";

export const suggestedOutput = z.object({ suggestionId: z.string() });
export const suggestionOutput = z.object({
  id: z.string(),
  title: z.string(),
  why: z.string(),
  roughCriteria: z.string(),
  criteria: criteriaOutput.nullable(),
  sentence: z.string().nullable(),
  suggestedAt: z.date(),
  suggestedBy: z.string(),
  topic: z.object({ id: z.string(), slug: z.string(), title: z.string() }).nullable(),
  answer: z
    .object({ reason: z.string(), answeredAt: z.date(), isTakenUp: z.boolean(), slug: z.string().nullable() })
    .nullable(),
});
export const suggestionListOutput = z.array(suggestionOutput);
