import { z } from "zod";
import { questionBriefOutput, rangeOutput } from "#services/question/output.ts";

const probabilities = z.array(z.number());
const crowdState = z
  .object({
    probabilities,
    lowerQuartile: probabilities,
    upperQuartile: probabilities,
    forecasters: z.number(),
  })
  .nullable();
const crowdPoint = z
  .object({
    at: z.date(),
    probabilities,
    lowerQuartile: probabilities,
    upperQuartile: probabilities,
    forecasters: z.number(),
  })
  .nullable();
const own = z.object({
  madeAt: z.date(),
  endedAt: z.date().nullable(),
  probabilities,
  rationale: z.string().nullable(),
});

export const receiptOutput = z.object({ id: z.string(), madeAt: z.date(), probabilities, crowd: crowdState });
export const withdrawnOutput = z.object({ madeAt: z.date(), crowd: crowdState });

export const ownForecastsOutput = z.object({
  question: z.object({
    id: z.string(),
    slug: z.string(),
    type: z.string(),
    options: z.array(z.object({ id: z.string(), label: z.string() })),
    range: rangeOutput,
    opensAt: z.date(),
    closesAt: z.date(),
    revealAt: z.date().nullable(),
  }),
  takesForecasts: z.boolean(),
  isSignedIn: z.boolean(),
  crowd: z.object({ isHidden: z.boolean(), now: crowdPoint, weekAgo: crowdPoint }),
  active: own.nullable(),
  history: z.array(own),
  askedAt: z.date(),
});

const row = { id: z.string(), madeAt: z.date(), probabilities, rationale: z.string().nullable(), isLate: z.boolean() };
export const forecastsOfQuestionOutput = z.object({
  isHidden: z.boolean(),
  revealAt: z.date().nullable(),
  items: z.array(
    z.object({
      ...row,
      name: z.string(),
      isBot: z.boolean(),
      isSimulated: z.boolean(),
      isImported: z.boolean(),
      stands: z.boolean(),
      isWithdrawn: z.boolean(),
    }),
  ),
  nextCursor: z.string().nullable(),
});
export const forecastsOfUserOutput = z.object({
  items: z.array(
    z.object({
      ...row,
      slug: z.string(),
      title: z.string(),
      options: z.array(z.string()),
      type: z.string(),
      range: rangeOutput,
      answer: z.string().nullable(),
    }),
  ),
  nextCursor: z.string().nullable(),
});

const mine = z.array(
  z.object({ question: questionBriefOutput, madeAt: z.date(), probabilities, isStale: z.boolean() }),
);
export const myForecastsOutput = z.object({ closingSoon: mine, active: mine, unscored: mine, askedAt: z.date() });
