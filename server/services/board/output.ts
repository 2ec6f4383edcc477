import { z } from "zod";

/** The 90 % interval of a score, and the places it moves through. */
const interval = z.object({ lower: z.number(), upper: z.number(), best: z.number(), worst: z.number() }).nullable();

const figures = {
  questions: z.number(),
  rating: z.number(),
  peer: z.number(),
  coverage: z.number(),
  meanBrier: z.number(),
  baseline: z.number(),
  relativeBrier: z.number(),
  spotPeer: z.number(),
  spotQuestions: z.number(),
  ratingInterval: interval,
  peerInterval: interval,
};
const row = z.object({
  rank: z.number(),
  name: z.string(),
  isBot: z.boolean(),
  isSimulated: z.boolean(),
  isImported: z.boolean(),
  isProvisional: z.boolean(),
  adjustedBrier: z.number().nullable(),
  ...figures,
});

export const boardOutput = z.object({
  label: z.string(),
  /** When the board's season or tournament ends; null for one that never does. */
  endsAt: z.date().nullable(),
  isOver: z.boolean(),
  items: z.array(row),
  /** The crowd and each way of aggregating, scored as if they were forecasters. */
  references: z.array(z.object({ method: z.string(), label: z.string(), note: z.string(), ...figures })),
  /** What a job worked out of the board, and when; null before the first time. */
  analysis: z
    .object({
      computedAt: z.date(),
      questions: z.number(),
      entrants: z.number(),
      /** Forecasters whom a chain of common questions links. */
      connected: z.number(),
      without: z.string(),
    })
    .nullable(),
  /** The row of whoever asks, wherever on the board it stands. */
  viewer: row.nullable(),
  nextCursor: z.string().nullable(),
});
const titled = z.array(z.object({ slug: z.string(), title: z.string() }));
export const boardsOutput = z.object({
  seasons: z.array(z.object({ slug: z.string(), label: z.string() })),
  topics: titled,
  tournaments: titled,
});
export const comparisonOutput = z.object({
  label: z.string(),
  one: z.string(),
  other: z.string(),
  /** Questions that both were scored on. */
  questions: z.number(),
  /** From how many on there is a test. */
  least: z.number(),
  /** Peer points a question, the first less the second. */
  meanDifference: z.number().nullable(),
  test: z
    .object({
      lower: z.number(),
      upper: z.number(),
      pValue: z.number(),
      adjustedP: z.number(),
      /** How many pairs the p-value was adjusted over. */
      pairs: z.number(),
    })
    .nullable(),
});
const compared = z.object({ key: z.string(), name: z.string() });
export const pairsOutput = z.object({
  label: z.string(),
  pairs: z.array(
    z.object({
      one: compared,
      other: compared,
      questions: z.number(),
      meanDifference: z.number(),
      lower: z.number().nullable(),
      upper: z.number().nullable(),
      pValue: z.number(),
      adjustedP: z.number(),
    }),
  ),
});
export const recordOutput = z.object({
  person: z.object({
    name: z.string(),
    isBot: z.boolean(),
    isSimulated: z.boolean(),
    isImported: z.boolean(),
    createdAt: z.date(),
    owner: z.string().nullable(),
    isRetired: z.boolean(),
  }),
  isYou: z.boolean(),
  entry: row.nullable(),
  forecasts: z.number(),
  questions: z.number(),
  entrants: z.number(),
});
