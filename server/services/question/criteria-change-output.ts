import { z } from "zod";

export const criteriaChangedOutput = z.object({ questionId: z.string(), version: z.number(), hash: z.string() });
export const questionRecordOutput = z.object({
  draftedBy: z.string(),
  publishedBy: z.string().nullable(),
  clarifications: z.array(z.object({ text: z.string(), writtenBy: z.string(), writtenAt: z.date() })),
  mayChangeCriteria: z.boolean(),
});
