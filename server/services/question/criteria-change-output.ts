import { z } from "zod";
import { declaredConflictOutput } from "#services/conflict/declared-conflicts.ts";

export const criteriaChangedOutput = z.object({ questionId: z.string(), version: z.number(), hash: z.string() });
export const questionRecordOutput = z.object({
  draftedBy: z.string(),
  otherAuthors: z.array(z.string()),
  publishedBy: z.string().nullable(),
  wasPublishedAlone: z.boolean(),
  clarifications: z.array(z.object({ text: z.string(), writtenBy: z.string(), writtenAt: z.date() })),
  mayChangeCriteria: z.boolean(),
  ownInterest: z.string(),
  declared: z.array(declaredConflictOutput),
});
