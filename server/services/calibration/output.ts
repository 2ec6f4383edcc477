import { z } from "zod";

export const calibrationOutput = z.object({
  name: z.string().nullable(),
  weight: z.number(),
  bins: z.array(
    z.object({
      lower: z.number(),
      upper: z.number(),
      weight: z.number(),
      meanProbability: z.number().nullable(),
      rate: z.number().nullable(),
      interval: z.object({ lower: z.number(), upper: z.number() }).nullable(),
    }),
  ),
  corp: z
    .object({
      parts: z.object({
        score: z.number(),
        miscalibration: z.number(),
        discrimination: z.number(),
        uncertainty: z.number(),
      }),
      curve: z.array(z.object({ probability: z.number(), rate: z.number() })),
      band: z.array(z.object({ probability: z.number(), lower: z.number(), upper: z.number() })),
    })
    .nullable(),
  horizons: z.array(z.object({ label: z.string(), isKnown: z.boolean() })),
});
