import { z } from "zod";

const figures = {
  peer: z.number(),
  peerCoverage: z.number(),
  baseline: z.number(),
  brier: z.number(),
  relativeBrier: z.number(),
  coverage: z.number(),
  spotPeer: z.number().nullable(),
  spotBaseline: z.number().nullable(),
};
const person = { name: z.string(), isBot: z.boolean(), isSimulated: z.boolean() };

export const scoresOfQuestionOutput = z.object({
  question: z.object({
    id: z.string(),
    slug: z.string(),
    type: z.string(),
    title: z.string(),
    opensAt: z.date(),
    closesAt: z.date(),
    deadlineAt: z.date(),
    revealAt: z.date().nullable(),
    options: z.array(z.object({ id: z.string(), label: z.string() })),
    season: z.string(),
    seasonLabel: z.string(),
  }),
  answer: z
    .object({
      version: z.number(),
      outcome: z.string().nullable(),
      label: z.string(),
      knownAt: z.date(),
      finalAt: z.date(),
    })
    .nullable(),
  run: z
    .object({
      number: z.number(),
      engine: z.string(),
      inputHash: z.string(),
      createdAt: z.date(),
      inSeason: z.boolean(),
      inCalibration: z.boolean(),
      total: z.number(),
    })
    .nullable(),
  scores: z.array(z.object({ ...person, ...figures })),
  /** The crowd and each way of aggregating, as if each were a forecaster; a job adds them about a minute later. */
  references: z.array(
    z.object({
      label: z.string(),
      note: z.string(),
      peer: z.number(),
      baseline: z.number(),
      brier: z.number(),
      coverage: z.number(),
    }),
  ),
});

export const explanationOutput = z.object({
  person: z.object(person),
  timeline: z.object({
    opensAt: z.date(),
    closesAt: z.date(),
    knownAt: z.date().nullable(),
    answerLabel: z.string().nullable(),
  }),
  score: z.object(figures).nullable(),
  /** Instants in epoch milliseconds: there are many of them. */
  steps: z.array(
    z.object({
      startsAt: z.number(),
      endsAt: z.number(),
      logProbability: z.number().nullable(),
      othersLogProbability: z.number().nullable(),
      poolCount: z.number(),
      peer: z.number(),
    }),
  ),
  rows: z.array(
    z.object({
      startsAt: z.date(),
      endsAt: z.date(),
      logProbability: z.number(),
      peer: z.number(),
      baseline: z.number(),
      coverage: z.number(),
    }),
  ),
});

export const scoresOfUserOutput = z.object({
  items: z.array(
    z.object({
      questionId: z.string(),
      slug: z.string(),
      title: z.string(),
      answer: z.string(),
      finalAt: z.date(),
      knownAt: z.date(),
      peer: z.number(),
      peerCoverage: z.number(),
      baseline: z.number(),
      brier: z.number(),
      coverage: z.number(),
    }),
  ),
  nextCursor: z.string().nullable(),
});

export const scoreHistoryOutput = z.array(
  z.object({
    number: z.number(),
    engine: z.string(),
    createdAt: z.date(),
    /** Whether this run's scores are the ones that count. */
    counts: z.boolean(),
    answerVersion: z.number(),
    answerLabel: z.string(),
    knownAt: z.date(),
    differences: z.array(z.enum(["answer", "known_time", "engine", "forecasts"])),
    score: z.object({ peer: z.number(), baseline: z.number(), brier: z.number(), coverage: z.number() }).nullable(),
  }),
);
