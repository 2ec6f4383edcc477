import { cdfPool } from "#core/aggregation/cdf-pool.ts";
import { extremised } from "#core/aggregation/comparison/extremised.ts";
import { geometricMeans, logPool } from "#core/aggregation/comparison/log-pool.ts";
import { reputation, skillRecencyWeights } from "#core/aggregation/comparison/skill-recency-weights.ts";
import { densestMean, trimmedMean } from "#core/aggregation/comparison/trimmed-mean.ts";
import { crowdSeries } from "#core/aggregation/crowd-series.ts";
import { logOddsMean } from "#core/aggregation/log-odds-mean.ts";
import { meanProbability, medianProbability } from "#core/aggregation/mean-and-median.ts";
import { neymanRoughgarden, neymanRoughgardenFactor } from "#core/aggregation/neyman-roughgarden.ts";
import { optionCrowd } from "#core/aggregation/option-crowd.ts";
import { recencyWeightedMedian } from "#core/aggregation/recency-weighted-median.ts";
import { recencyWeights } from "#core/aggregation/recency-weights.ts";
import { weightedQuantiles } from "#core/aggregation/weighted-quantile.ts";
import { type Families, served } from "./vector-case.ts";
import { mustBe } from "./watched-inputs.ts";

interface MetaculusCrowd {
  method: "recency" | "unweighted";
  type: "binary" | "multiple_choice";
  forecastsOldestFirst: (number | null)[][];
}

/** Binary crowds of equal weights and of recency weights, no and yes; the weighted ones also by way of the step series. */
function binaryCrowd(method: MetaculusCrowd["method"], forecasts: number[][]) {
  const columns = [0, 1].map((k) => forecasts.map((forecast) => forecast[k] as number));
  const weights = method === "recency" ? recencyWeights(forecasts.length) : forecasts.map(() => 1);
  const quartiles = columns.map((column) => {
    if (method === "unweighted") return weightedQuantiles(column, null, [0.25, 0.5, 0.75]);
    const series = crowdSeries(
      column.map((probability, i) => ({ forecaster: i, madeAt: i, endedAt: null, probability })),
    );
    const { lower, median, upper } = recencyWeightedMedian(column);
    return [lower, series.median.at(-1) === median ? median : Number.NaN, upper];
  });
  const at = (which: number) => quartiles.map((own) => own[which]);
  const means = columns.map((column) => meanProbability(column, weights));
  return { values: at(1), q1: at(0), q3: at(2), means, n: forecasts.length };
}

function metaculusCrowd({ method, type, forecastsOldestFirst }: MetaculusCrowd) {
  mustBe("method", method, "recency", "unweighted");
  mustBe("type", type, "binary", "multiple_choice");
  if (type === "binary") return binaryCrowd(method, forecastsOldestFirst as number[][]);
  const n = forecastsOldestFirst.length;
  const weights = method === "recency" ? recencyWeights(n) : forecastsOldestFirst.map(() => 1);
  const { median, lower, upper, mean } = optionCrowd(forecastsOldestFirst, weights);
  return { values: median, q1: lower, q3: upper, means: mean, n };
}

interface Percentiles {
  values: (number | null)[][];
  weights: number[] | null;
  percentiles: number[];
}

function percentiles({ values, weights, percentiles }: Percentiles) {
  return percentiles.map((percent) =>
    (values[0] ?? []).map((first, k) => {
      if (first === null) return null;
      return weightedQuantiles(
        values.map((row) => row[k] as number),
        weights,
        [percent / 100],
      )[0];
    }),
  );
}

interface Voices {
  p: number[];
  ageDays: number[];
  skill: number[];
  tauDays: number;
  skillPower: number;
  a: number;
}

export const aggregationFamilies: Families = {
  "agg-aggutils-": served(
    ({ p }: { p: number[] }) => ({
      trim10: trimmedMean(p, 0.1),
      trim20: trimmedMean(p, 0.2),
      trim25: trimmedMean(p, 0.25),
      hdTrim10: densestMean(p, 0.1),
      hdTrim25: densestMean(p, 0.25),
      neyman: neymanRoughgarden(p),
      geoMeanOdds: logOddsMean(p),
    }),
    { softenMean10: "Parley does not offer a softened mean" },
  ),
  "agg-basic-": served(({ p }: { p: number[] }) => ({
    median: medianProbability(p),
    mean: meanProbability(p),
    geometricMean: geometricMeans(p.map((own) => [own]))[0],
    geoMeanOdds: logOddsMean(p),
    "extremized1.5": extremised(logOddsMean(p), 1.5),
    "extremized2.5": extremised(logOddsMean(p), 2.5),
    neyman: neymanRoughgarden(p),
    neymanFactor: neymanRoughgardenFactor(p.length),
  })),
  "extremize-": served(({ p, a }: { p: number; a: number }) => ({ t: extremised(p, a) })),
  "geomean-odds-weighted": served(({ p, weights }: { p: number[]; weights: number[] }) => {
    return { unweighted: logOddsMean(p), weighted: logOddsMean(p, weights) };
  }),
  "gjp-weighted-extremized": served((inputs: Voices) => {
    const voices = inputs.ageDays.map((ageDays, i) => ({ ageDays, skill: inputs.skill[i] as number }));
    const weights = skillRecencyWeights(voices, inputs.tauDays, inputs.skillPower);
    return { weights, aggregate: extremised(logOddsMean(inputs.p, weights), inputs.a) };
  }),
  "log-pool-": served(({ probs }: { probs: number[][] }) => ({
    geoMeanRaw: geometricMeans(probs),
    pool: logPool(probs),
    linear: (probs[0] ?? []).map((_, k) => meanProbability(probs.map((own) => own[k] as number))),
  })),
  "metaculus-agg-continuous": served(({ cdfsOldestFirst, method }: { cdfsOldestFirst: number[][]; method: string }) => {
    mustBe("method", method, "recency", "unweighted");
    const equal = cdfsOldestFirst.map(() => 1);
    return { cdf: method === "recency" ? cdfPool(cdfsOldestFirst) : cdfPool(cdfsOldestFirst, equal) };
  }),
  "metaculus-agg-recency-": served(metaculusCrowd),
  "metaculus-agg-unweighted-": served(metaculusCrowd),
  "metaculus-recency-weights-": served(({ n }: { n: number }) => (n <= 2 ? equalOrNull(n) : recencyWeights(n))),
  "metaculus-reputation-": served(({ peerScores, count }: { peerScores: [number, number][]; count: number }) => {
    const isWhole = peerScores.length === count;
    if (!isWhole && peerScores.length !== 1) throw new Error(`${peerScores.length} scores do not stand for ${count}`);
    const record = isWhole ? peerScores : Array.from({ length: count }, () => peerScores[0] as [number, number]);
    return { reputation: reputation(record.map(([peer, coverage]) => ({ peer, coverage }))) };
  }),
  "metaculus-weighted-percentile-": served(percentiles),
  "neyman-factor-": served(({ n }: { n: number }) => ({ d: neymanRoughgardenFactor(n) })),
};

/** They write equal weights as none at all. */
function equalOrNull(n: number): number[] | null {
  const weights = recencyWeights(n);
  return weights.every((weight) => weight === 1) ? null : weights;
}
