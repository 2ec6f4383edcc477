import { z } from "zod";

const row = z.object({
  rank: z.number(),
  name: z.string(),
  isBot: z.boolean(),
  isSimulated: z.boolean(),
  isImported: z.boolean(),
  questions: z.number(),
  rating: z.number(),
  peer: z.number(),
  coverage: z.number(),
  meanBrier: z.number(),
  meanBaseline: z.number(),
  isProvisional: z.boolean(),
});
const interval = z.object({ lower: z.number(), upper: z.number() });

export const boardOutput = z.object({
  label: z.string(),
  items: z.array(row),
  /** The row of whoever asks, wherever on the board it stands. */
  viewer: row.nullable(),
  nextCursor: z.string().nullable(),
});
export const boardsOutput = z.object({
  seasons: z.array(z.object({ slug: z.string(), label: z.string() })),
  topics: z.array(z.object({ slug: z.string(), title: z.string() })),
});
export const intervalsOutput = z.object({
  intervals: z.record(z.string(), z.object({ rating: interval, rank: interval })).nullable(),
});
export const recordOutput = z.object({
  person: z.object({
    name: z.string(),
    isBot: z.boolean(),
    isSimulated: z.boolean(),
    isImported: z.boolean(),
    createdAt: z.date(),
  }),
  isYou: z.boolean(),
  standing: row.nullable(),
  forecasts: z.number(),
  questions: z.number(),
  entrants: z.number(),
});
