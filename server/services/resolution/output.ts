import { z } from "zod";
import { resolutionOutput } from "./view.ts";

export const proposalOutput = z.object({ id: z.string(), version: z.number(), challengeUntil: z.date() });
export const decidedOutput = z.object({ questionId: z.string() });
export const challengedOutput = z.object({ id: z.string() });
export const settingsOutput = z.object({ isSolo: z.boolean(), challengeWindowHours: z.number() });

export const queueOutput = z.array(
  resolutionOutput.extend({
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
  may: z.object({ propose: z.boolean(), decide: z.boolean(), challenge: z.boolean() }),
});
