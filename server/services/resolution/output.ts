import { z } from "zod";
import { brokenOutput } from "#services/broken-output.ts";
import { declaredConflictOutput } from "#services/conflict/declared-conflicts.ts";
import { previewOutput } from "./approval-previews.ts";
import { citedCoverageOutput } from "./cited-coverage.ts";
import { evidenceBriefOutput } from "./evidence-briefs.ts";
import { reopeningOutput } from "./reopenings.ts";
import { suggestedResolutionOutput } from "./suggested-resolutions.ts";
import { resolutionOutput } from "./view.ts";

export const proposalOutput = z.object({ id: z.string(), version: z.number(), challengeUntil: z.date() });
export const decidedOutput = z.object({ questionId: z.string() });
export const challengedOutput = z.object({ id: z.string() });
export const suggestedOutput = z.object({ suggestionId: z.string() });
export const reopeningsOutput = z.array(reopeningOutput);
export const suggestionsOutput = z.array(suggestedResolutionOutput);
export const settingsOutput = z.object({ isSolo: z.boolean(), challengeWindowHours: z.number() });

export const queueOutput = z.array(
  resolutionOutput.extend({
    preview: previewOutput,
    whyNotDecide: brokenOutput.nullable(),
    declared: z.array(declaredConflictOutput),
    counterEvidence: z.array(evidenceBriefOutput),
    coverage: z.array(citedCoverageOutput),
    question: z.object({
      id: z.string(),
      slug: z.string(),
      title: z.string(),
      type: z.string(),
      closesAt: z.date(),
      forecasts: z.number(),
      sentence: z.string().nullable(),
    }),
  }),
);

export const recordOutput = z.object({
  question: z.object({
    id: z.string(),
    slug: z.string(),
    title: z.string(),
    type: z.string(),
    options: z.array(z.object({ id: z.string(), label: z.string() })),
  }),
  versions: z.array(resolutionOutput),
  finalVersion: z.number().nullable(),
  counterEvidence: z.array(evidenceBriefOutput),
  coverage: z.array(citedCoverageOutput),
  reopenings: z.array(reopeningOutput),
  declared: z.array(declaredConflictOutput),
  whyNotDecide: brokenOutput.nullable(),
  suggestions: z.array(suggestedResolutionOutput),
  tables: z.array(z.object({ tournament: z.string(), slug: z.string(), version: z.number(), publishedAt: z.date() })),
  may: z.object({
    propose: z.boolean(),
    decide: z.boolean(),
    challenge: z.boolean(),
    suggest: z.boolean(),
    reopen: z.boolean(),
  }),
});
