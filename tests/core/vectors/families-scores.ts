import { GREATEST_PROBABILITY, MIN_PROBABILITY } from "#core/probability.ts";
import { baselineScore } from "#core/scoring/baseline-score.ts";
import { boundedProbability } from "#core/scoring/bounded-probability.ts";
import { fullBrier, halfBrier } from "#core/scoring/brier.ts";
import { type DailyForecast, dailyAccuracies } from "#core/scoring/comparison/daily-accuracy.ts";
import { logScore } from "#core/scoring/comparison/log-score.ts";
import { sphericalScore } from "#core/scoring/comparison/spherical-score.ts";
import { orderedBrier } from "#core/scoring/ordered-brier.ts";
import { outcomeScores } from "#core/scoring/outcome-scores.ts";
import { questionScores } from "#core/scoring/question-scores.ts";
import { rankedProbabilityScore } from "#core/scoring/ranked-probability-score.ts";
import { geometricMeans } from "./geometric-means.ts";
import { DAY, type MetaculusForecast, type MetaculusQuestion, scoresByRow } from "./metaculus-rows.ts";
import { ownScores } from "./own-scores.ts";
import { truncationExample } from "./truncation-example.ts";
import { type Families, served } from "./vector-case.ts";
import { mustBe } from "./watched-inputs.ts";

interface Options {
  probs: (number | null)[];
  outcomeIndex: number;
}

const yesOrNo = (p: number) => [1 - p, p];
const meanOf = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

const pointScores: Families = {
  "brier-binary-": served(({ p, outcome }: { p: number; outcome: number }) => {
    return { brier01: halfBrier(yesOrNo(p), outcome), brier02: fullBrier(yesOrNo(p), outcome) };
  }),
  "brier-mean-sklearn": served(({ p, y }: { p: number[]; y: number[] }) => ({
    brier01: meanOf(p.map((own, i) => halfBrier(yesOrNo(own), y[i] as number))),
    logLossNat: meanOf(p.map((own, i) => -logScore(yesOrNo(own), y[i] as number))),
  })),
  "brier-multi-": served(({ probs, outcomeIndex }: Options) => {
    return { brier02: fullBrier(probs as number[], outcomeIndex), brier01: halfBrier(probs as number[], outcomeIndex) };
  }),
  "brier-ordered-": served(({ probs, outcomeIndex }: Options) => ({
    orderedBrier02: 2 * orderedBrier(probs as number[], outcomeIndex),
    rps: rankedProbabilityScore(probs as number[], outcomeIndex),
  })),
  "clip-": served(({ p, bounds }: { p: number; bounds?: number[] }) => {
    mustBe("bounds", bounds?.join(" to "), `${MIN_PROBABILITY} to ${GREATEST_PROBABILITY}`);
    const clipped = boundedProbability(p);
    return { clipped, logNat: logScore([clipped], 0) };
  }),
  "log-p": served(({ p, outcome }: { p: number; outcome: number }) => ({ logNat: logScore(yesOrNo(p), outcome) })),
  "log-spherical-": served(({ probs, outcomeIndex }: Options) => {
    const logNat = logScore(probs as number[], outcomeIndex);
    const spherical = sphericalScore(probs as number[], outcomeIndex);
    return { logNat, logBase2: logNat / Math.LN2, spherical, sphericalLossRpkg: 1 - spherical };
  }),
};

interface Accuracy extends MetaculusQuestion {
  function?: string;
  openDay: number;
  actualCloseDay: number;
  scheduledCloseDay: number;
}

const timeAveraged = (name: "peer" | "baseline") =>
  served((inputs: Accuracy) => {
    mustBe("function", inputs.function, `evaluate_forecasts_${name}_accuracy`);
    const timeline = { opensAt: inputs.openDay * DAY, closesAt: inputs.scheduledCloseDay * DAY };
    return scoresByRow(inputs, { ...timeline, knownAt: inputs.actualCloseDay * DAY }, name);
  });

const spot = (name: "spotPeer" | "spotBaseline") =>
  served((inputs: MetaculusQuestion & { spotDay: number; function?: string }) => {
    mustBe("function", inputs.function, `evaluate_forecasts_${name.slice(4).toLowerCase()}_spot_forecast`);
    const timeline = { opensAt: -DAY, closesAt: 100 * DAY, knownAt: null };
    return scoresByRow(inputs, { ...timeline, revealAt: inputs.spotDay * DAY }, name);
  });

const metaculusScores: Families = {
  "metaculus-baseline-accuracy-": timeAveraged("baseline"),
  "metaculus-baseline-update-truncated": timeAveraged("baseline"),
  "metaculus-faq-five-days": timeAveraged("baseline"),
  "metaculus-forecast-after-close": timeAveraged("baseline"),
  "metaculus-preopen-baseline": timeAveraged("baseline"),
  "metaculus-peer-accuracy-": timeAveraged("peer"),
  "metaculus-peer-update-truncated": timeAveraged("peer"),
  "metaculus-peer-withdrawal": timeAveraged("peer"),
  "metaculus-preopen-peer": timeAveraged("peer"),
  "metaculus-baseline-spot-forecast-": spot("spotBaseline"),
  "metaculus-peer-spot-forecast-": spot("spotPeer"),
  "metaculus-peer-withdrawal-quirk": {
    notServed: "Parley does not stretch the last interval to the close after everyone has withdrawn",
  },
  "metaculus-peer-outsider": {
    notServed: "Parley compares someone outside the pool with the mean of the whole pool, without the factor n/(n - 1)",
  },
  "metaculus-relative": { notServed: "Parley does not compute the legacy relative score, which is not proper" },
  "metaculus-faq-five-days-total": served((inputs: { dailyProbabilities: (number | null)[]; outcome: number }) => {
    const { dailyProbabilities, outcome } = inputs;
    const segments = dailyProbabilities.flatMap((p, day): [number, number, number][] =>
      p === null ? [] : [[day, day + 1, p]],
    );
    return { average: ownScores(segments, dailyProbabilities.length, outcome === 1)?.baseline };
  }),
  "metaculus-baseline-p": served(({ p }: { p: number }) => {
    const [ifYes, ifNo] = [baselineScore(p, 2), baselineScore(1 - p, 2)];
    return { ifYes, ifNo, "expectedAtBelief0.8": 0.8 * ifYes + 0.2 * ifNo };
  }),
  "metaculus-mc-option-added-later": served(
    ({ probs, resolutionBucket }: { probs: (number | null)[]; resolutionBucket: number }) => {
      return outcomeScores({ type: "multiple_choice", outcome: resolutionBucket }, probs);
    },
  ),
  "metaculus-mc8-worst": served(
    ({ probs, resolutionBucket }: { probs: (number | null)[]; resolutionBucket: number }) => {
      return outcomeScores({ type: "multiple_choice", outcome: resolutionBucket }, probs);
    },
  ),
  "metaculus-geometric-means-": served(({ forecasts }: { forecasts: MetaculusForecast[] }) =>
    geometricMeans(forecasts),
  ),
  "metaculus-truncation-example": served(truncationExample),
};

interface DailyInputs {
  days: number;
  /** The outcome's index, or in words that the probabilities are those of what came true. */
  outcome: number | string;
  rule?: string;
  forecasts: Record<string, [number | string, number][]>;
}

function daily({ days, outcome, rule, forecasts }: DailyInputs) {
  mustBe("rule", rule, "last forecast of a day counts for the whole day");
  if (typeof outcome === "string") mustBe("outcome", outcome, "p is the probability of the true option");
  const people = Object.entries(forecasts).map(([name, made]) => ({
    name,
    forecasts: made
      .toSorted(([one], [other]) => String(one).localeCompare(String(other), "en", { numeric: true }))
      .map(([day, p]): DailyForecast => ({ day: dayOf(day), probabilities: yesOrNo(p) })),
  }));
  const { medians, accuracies } = dailyAccuracies(
    days,
    typeof outcome === "string" ? 1 : outcome,
    people.map((person) => person.forecasts),
  );
  const users = people.map(({ name }, i) => {
    const own = accuracies[i];
    return [
      name,
      {
        avgDailyBrier: own?.brier,
        participation: own?.participation,
        accuracyActiveDays: own?.accuracy,
        accuracyAllDaysMedian: own?.accuracyAgainstAllDays,
      },
    ];
  });
  return { medianPerDay: medians, users: Object.fromEntries(users) };
}

function dayOf(day: number | string): number {
  if (typeof day === "number") return day;
  const [, number] = /^day(\d+)(?: \d\d:\d\d)?$/.exec(day) ?? [];
  if (number === undefined) throw new Error(`${day} is no day`);
  return Number(number);
}

interface FourUsers {
  rows: { user: string; startDay: number; endDay: number; pOutcome: number }[];
  openDay: number;
  actualCloseDay: number;
  scheduledCloseDay: number;
}

export const scoresFamilies: Families = {
  ...pointScores,
  ...metaculusScores,
  "gjo-": served(daily),
  "timeweighted-brier-lesswrong": served(
    ({ segments, horizon, outcome }: { segments: [number, number, number][]; horizon: number; outcome: number }) => {
      return { brier01: ownScores(segments, horizon, outcome === 1)?.brier };
    },
  ),
  "timeweighted-brier-fractional-day": served(
    ({ segments, horizon, outcome }: { segments: [number, number, number][]; horizon: number; outcome: number }) => {
      return { properTimeWeightedBrier02: 2 * (ownScores(segments, horizon, outcome === 1)?.brier as number) };
    },
    { fatebookAveragesForecastFirst: "Parley averages scores, never the forecasts of a day" },
  ),
  "recommended-peer-": served((inputs: FourUsers) => {
    const rows = inputs.rows.map((row) => ({
      forecaster: row.user,
      madeAt: row.startDay * DAY,
      endedAt: row.endDay * DAY,
      forecast: row.pOutcome,
      inPool: true,
    }));
    const timeline = { opensAt: inputs.openDay * DAY, closesAt: inputs.scheduledCloseDay * DAY };
    const scores = questionScores(
      { type: "binary", outcome: true, ...timeline, knownAt: inputs.actualCloseDay * DAY },
      rows,
    );
    const byUser = scores.map(({ forecaster, peer, coverage }) => [forecaster, { score: peer, coverage }]);
    return { ...Object.fromEntries(byUser), sum: scores.reduce((sum, { peer }) => sum + peer, 0) };
  }),
};
