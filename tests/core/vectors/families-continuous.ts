import { continuousBaselineScore } from "#core/scoring/baseline-score.ts";
import { bucketProbabilities } from "#core/scoring/bucket-probabilities.ts";
import { cdfFaults } from "#core/scoring/cdf-faults.ts";
import { cdfQuantile } from "#core/scoring/cdf-quantile.ts";
import {
  crpsOfLogistic,
  crpsOfLognormal,
  crpsOfNormal,
  crpsOfNormalMixture,
  crpsOfUniform,
} from "#core/scoring/comparison/crps-closed-forms.ts";
import { crpsOfEnsemble } from "#core/scoring/comparison/crps-ensemble.ts";
import { intervalScore } from "#core/scoring/comparison/interval-score.ts";
import { pinballLoss } from "#core/scoring/comparison/pinball-loss.ts";
import { weightedIntervalScore } from "#core/scoring/comparison/weighted-interval-score.ts";
import { crpsOnGrid } from "#core/scoring/crps-on-grid.ts";
import { outcomeBucket } from "#core/scoring/outcome-bucket.ts";
import { locationOfValue, valueAtLocation } from "#core/scoring/range-scale.ts";
import { rankedProbabilityScore } from "#core/scoring/ranked-probability-score.ts";
import { statedNumber } from "#core/stated-number.ts";
import { DAY, evenly, scoresByRow } from "./metaculus-rows.ts";
import { cdfOfFormula, describedCdf, powerCdf } from "./stated-cdfs.ts";
import { type Families, served } from "./vector-case.ts";

type Spaced = [number, number, number];

interface OnRange {
  rangeMin: number;
  rangeMax: number;
  zeroPoint: number | null;
}

const scaleOf = ({ rangeMin, rangeMax, zeroPoint }: OnRange) => ({ min: rangeMin, max: rangeMax, zeroPoint });

/** CDFs are written out, spaced evenly, or given by a formula. */
function gridOf(cdf: number[] | { linspace?: Spaced; formula?: string }): ArrayLike<number> {
  if (Array.isArray(cdf)) return cdf;
  return cdf.linspace ? evenly(cdf.linspace) : cdfOfFormula(cdf.formula ?? "");
}

interface Stated {
  cdf: string | number[];
  open_lower_bound?: boolean;
  open_upper_bound?: boolean;
  inbound_outcome_count?: number;
}

const crps: Families = {
  "crps-ensemble-": served(({ y, ensemble }: { y: number; ensemble: number[] }) => ({
    crps: crpsOfEnsemble(y, ensemble),
  })),
  "crps-weighted-": served(({ y, ensemble, weights }: { y: number; ensemble: number[]; weights: number[] }) => {
    return { crps: crpsOfEnsemble(y, ensemble, weights) };
  }),
  "crps-logistic": served(({ y, location, scale }: { y: number; location: number; scale: number }) => {
    return { crps: crpsOfLogistic(y, location, scale) };
  }),
  "crps-lognormal": served(({ y, meanlog, sdlog }: { y: number; meanlog: number; sdlog: number }) => {
    return { crps: crpsOfLognormal(y, meanlog, sdlog) };
  }),
  "crps-mixture-normal": served(
    ({ y, means, sds, weights }: { y: number; means: number[]; sds: number[]; weights: number[] }) => {
      return { crps: crpsOfNormalMixture(y, means, sds, weights) };
    },
  ),
  "crps-normal-": served(
    ({ y, mean, sd }: { y: number; mean: number; sd: number }) => ({ crps: crpsOfNormal(y, mean, sd) }),
    { logs: "Parley takes the logarithm of bucket probabilities, not of densities" },
  ),
  "crps-uniform-": served(({ y, min, max }: { y: number; min: number; max: number }) => ({
    crps: crpsOfUniform(y, min, max),
  })),
  "crps-piecewise-": served(({ cdf, y }: { cdf: number[] | { linspace?: Spaced; formula?: string }; y: number }) => {
    return { crps: crpsOnGrid(gridOf(cdf), y) };
  }),
};

interface Bucketed {
  cdfLinspace: Spaced;
  resolutionBucket: number;
  openBoundsCount: number;
}

export const continuousFamilies: Families = {
  ...crps,
  "interval-score-": served((inputs: { y: number; lower: number; upper: number; coverage: number }) => {
    return { intervalScore: intervalScore(inputs.y, inputs.lower, inputs.upper, inputs.coverage) };
  }),
  "pinball-": served(({ y, quantile, tau }: { y: number; quantile: number; tau: number }) => {
    return { pinball: pinballLoss(y, quantile, tau) };
  }),
  "rps-": served(({ outcome1based, probs }: { outcome1based: number; probs: number[] }) => {
    return { rps: rankedProbabilityScore(probs, outcome1based - 1) };
  }),
  "wis-": served(({ y, levels, quantiles }: { y: number; levels: number[]; quantiles: number[] }) => {
    const { score, ...parts } = weightedIntervalScore(y, levels, quantiles);
    return { wis: score, ...parts, wisMedianTwice: weightedIntervalScore(y, levels, quantiles, true).score };
  }),
  "metaculus-bucket-": served((inputs: OnRange & { resolution: string; inboundOutcomeCount: number }) => {
    const outside = { below_lower_bound: -1, above_upper_bound: 2 }[inputs.resolution];
    const scale = scaleOf(inputs);
    const location = outside ?? locationOfValue(scale, statedNumber(inputs.resolution) ?? Number.NaN);
    return { bucket: outcomeBucket(location, inputs.inboundOutcomeCount) };
  }),
  "metaculus-scale-": served((inputs: OnRange & { unscaled: number }) => {
    return { scaled: valueAtLocation(scaleOf(inputs), inputs.unscaled) };
  }),
  "metaculus-cdf-validation-": served((stated: Stated) => {
    const buckets = stated.inbound_outcome_count ?? 200;
    const faults = cdfFaults(typeof stated.cdf === "string" ? describedCdf(stated.cdf, buckets) : stated.cdf, {
      openLower: stated.open_lower_bound ?? false,
      openUpper: stated.open_upper_bound ?? false,
      buckets,
    });
    return faults.length === 0 ? "ok" : faults;
  }),
  "metaculus-continuous-": served(({ cdfLinspace, resolutionBucket, openBoundsCount }: Bucketed) => {
    const probability = bucketProbabilities(evenly(cdfLinspace))[resolutionBucket] as number;
    return { baseline: continuousBaselineScore(probability, resolutionBucket, cdfLinspace[2] - 1, openBoundsCount) };
  }),
  "metaculus-continuous-extremes": served((inputs: { pmfHit: number; pmfMiss: number; openBoundsCount: number }) => ({
    bestAllowed: continuousBaselineScore(inputs.pmfHit, 1, 200, inputs.openBoundsCount),
    worstAllowed: continuousBaselineScore(inputs.pmfMiss, 1, 200, inputs.openBoundsCount),
  })),
  "metaculus-continuous-peer": served((inputs: { cdfs: string[]; grid: string; resolutionBucket: number }) => {
    const { cdfs, grid, resolutionBucket } = inputs;
    const forecasts = cdfs.map((text) => ({ startDay: 0, endDay: null, cdf: powerCdf(text, grid) }));
    const timeline = { opensAt: 0, closesAt: DAY, knownAt: null };
    return scoresByRow({ forecasts, resolutionBucket, questionType: "numeric" }, timeline, "peer").map(
      ({ score }) => score,
    );
  }),
  "metaculus-ppf-": served((inputs: { cdf?: number[]; cdfLinspace?: Spaced; percentiles: number | number[] }) => {
    const cdf = inputs.cdfLinspace ? evenly(inputs.cdfLinspace) : (inputs.cdf ?? []);
    const { percentiles } = inputs;
    return Array.isArray(percentiles)
      ? percentiles.map((percent) => cdfQuantile(cdf, percent / 100))
      : cdfQuantile(cdf, percentiles / 100);
  }),
};
