import { z } from "zod";

const interval = z.object({ lower: z.number(), upper: z.number() }).nullable();

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
      /** Wilson's, and two others for those who ask. */
      interval,
      jeffreys: interval,
      clopperPearson: interval,
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
  measures: z
    .object({
      /** Expected and greatest distance of a tenth's rate from its mean forecast. */
      error: z.object({ expected: z.number(), maximum: z.number() }),
      /** Null when every forecast stood at 0, ½ or 1. */
      spiegelhalter: z.object({ z: z.number(), pValue: z.number() }).nullable(),
    })
    .nullable(),
  /** From how many questions' worth on the curve says more than the tenths. */
  curveFromWeight: z.number(),
  horizons: z.array(z.object({ label: z.string(), isKnown: z.boolean() })),
});
