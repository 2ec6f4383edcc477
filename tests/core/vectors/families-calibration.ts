import { agrestiCoullInterval } from "#core/calibration/agresti-coull-interval.ts";
import { calibrationError } from "#core/calibration/calibration-error.ts";
import { pointsOfForecasts } from "#core/calibration/calibration-point.ts";
import { clopperPearsonInterval } from "#core/calibration/clopper-pearson-interval.ts";
import { manifoldCalibrationPercent } from "#core/calibration/comparison/manifold-calibration-percent.ts";
import { metaculusCalibrationCurve } from "#core/calibration/comparison/metaculus-calibration-curve.ts";
import { concordanceIndex } from "#core/calibration/concordance-index.ts";
import { type BandPoint, consistencyBandDiscrete } from "#core/calibration/consistency-band-discrete.ts";
import { consistencyBandResampled } from "#core/calibration/consistency-band-resampled.ts";
import { corpDecomposition } from "#core/calibration/corp-decomposition.ts";
import { hosmerLemeshowTest } from "#core/calibration/hosmer-lemeshow-test.ts";
import type { IsotonicBlock } from "#core/calibration/isotonic-blocks.ts";
import { jeffreysInterval } from "#core/calibration/jeffreys-interval.ts";
import { logisticRecalibration } from "#core/calibration/logistic-recalibration.ts";
import { brierLoss, type Loss, logLoss, meanLoss } from "#core/calibration/mean-loss.ts";
import { murphyBiasCorrection } from "#core/calibration/murphy-bias-correction.ts";
import { murphyDecomposition } from "#core/calibration/murphy-decomposition.ts";
import { binPerProbability, probabilityBins, TENTHS } from "#core/calibration/probability-bins.ts";
import { spiegelhalterTest } from "#core/calibration/spiegelhalter-test.ts";
import { type RateInterval, wilsonInterval } from "#core/calibration/wilson-interval.ts";
import { quantileOfSample } from "#core/special/quantile-of-sample.ts";
import { type Families, type ServedFamily, served, type VectorCase } from "./vector-case.ts";

interface Sample {
  p: number[];
  y: number[];
}
interface OnSample extends Partial<Sample> {
  dataset?: string;
  bins?: number;
  groups?: number;
  level?: number;
}

/** Forecasts named by a data set or given in place. */
function forecastsOf({ dataset, p = [], y = [] }: OnSample, all: ReadonlyMap<string, VectorCase>) {
  const sample = dataset ? (all.get(`dataset-${dataset}`)?.expected as Sample) : { p, y };
  return sample.p.map((probability, i) => ({ probability, outcome: sample.y[i]! }));
}

const onSample = (run: (forecasts: ReturnType<typeof forecastsOf>, inputs: OnSample, vector: VectorCase) => unknown) =>
  served<OnSample>((inputs, vector, all) => run(forecastsOf(inputs, all), inputs, vector));

const evenEdges = (bins: number) => Array.from({ length: bins + 1 }, (_, k) => k / bins);
const ends = ({ lower, upper }: RateInterval) => [lower, upper];

function corp(loss: Loss): ServedFamily {
  return onSample((forecasts) => {
    const points = pointsOfForecasts(forecasts);
    const parts = corpDecomposition(points, loss);
    const { score: meanScore, miscalibration: MCB, discrimination: DSC, uncertainty: UNC } = parts;
    const within = ({ lowest, highest }: IsotonicBlock) =>
      forecasts.filter(({ probability }) => probability >= lowest && probability <= highest).length;
    const bins = parts.blocks.map((block) => {
      return { n: within(block), xMin: block.lowest, xMax: block.highest, cep: block.rate };
    });
    return { meanScore, MCB, DSC, UNC, bins };
  });
}

function band(compute: (points: ReturnType<typeof pointsOfForecasts>, level: number) => BandPoint[]): ServedFamily {
  return onSample((forecasts, { level = 0.9 }, vector) => {
    const points = pointsOfForecasts(forecasts);
    const at = new Map(compute(points, level).map((point) => [point.probability, point]));
    const weight = new Map(points.map((point) => [point.probability, point.weight]));
    return (vector.expected as { x: number }[]).map(({ x }) => ({ ...at.get(x), x, n: weight.get(x) }));
  });
}

function curve(edgesOf: (sorted: number[], bins: number) => number[]): ServedFamily {
  return onSample((forecasts, { bins = 5 }) => {
    const sorted = forecasts.map(({ probability }) => probability).sort((one, other) => one - other);
    const filled = probabilityBins(pointsOfForecasts(forecasts), edgesOf(sorted, bins));
    return { probTrue: filled.map((bin) => bin.rate), probPred: filled.map((bin) => bin.meanProbability) };
  });
}

export const calibrationFamilies: Families = {
  "binom-ci": served(({ successes, n, level }: { successes: number; n: number; level: number }) => ({
    wilson: ends(wilsonInterval(successes, n, level)),
    clopperPearson: ends(clopperPearsonInterval(successes, n, level)),
    jeffreys: ends(jeffreysInterval(successes, n, level)),
    agrestiCoull: ends(agrestiCoullInterval(successes, n, level)),
  })),
  "calibration-curve-sklearn": curve((_, bins) => evenEdges(bins)),
  "calibration-curve-sklearn-quantile": curve((sorted, bins) =>
    evenEdges(bins).map((q) => quantileOfSample(sorted, q)),
  ),
  corp: corp(brierLoss),
  "corp-log": corp(logLoss),
  "corp-D2-consistency-discrete": band(consistencyBandDiscrete),
  "corp-D2-consistency-resampling": band((points, level) =>
    consistencyBandResampled(points, { seed: "vectors", level, resamples: 4000 }),
  ),
  dataset: served((_: unknown, vector) => {
    const { p, y } = vector.expected as Sample;
    const forecasts = p.map((probability, i) => ({ probability, outcome: y[i]! }));
    const points = pointsOfForecasts(forecasts);
    const mean = (of: (row: { probability: number; outcome: number }) => number) =>
      forecasts.reduce((sum, row) => sum + of(row), 0) / p.length;
    return {
      p,
      y,
      n: points.reduce((sum, point) => sum + point.weight, 0),
      meanP: mean((row) => row.probability),
      baseRate: mean((row) => row.outcome),
      brier01: meanLoss(points, brierLoss),
    };
  }),
  ece: onSample((forecasts, { bins = 10 }) => {
    const { expected: ECE, maximum: MCE } = calibrationError(
      probabilityBins(pointsOfForecasts(forecasts), evenEdges(bins)),
    );
    return { ECE, MCE };
  }),
  "hosmer-lemeshow": onSample((forecasts, { groups = 10 }) => {
    const test = hosmerLemeshowTest(forecasts, groups);
    return {
      chi2: test.chiSquare,
      df: test.table.length - 2,
      pAsFittedModel: test.pValueAsFitted,
      pExternal: test.pValue,
      observed: test.table.map((group) => group.observed),
      expected: test.table.map((group) => group.expected),
      breaks: test.breaks,
    };
  }),
  "manifold-calibration-bucket": served(({ probs }: { probs: number[] }) => ({
    bucketPercent: probs.map(manifoldCalibrationPercent),
  })),
  "metaculus-calibration-curve": served(({ p, y, weight }: Sample & { weight: number[] }) => {
    const rows = p.map((probability, i) => ({ probability, outcome: y[i]!, weight: weight[i]! }));
    return metaculusCalibrationCurve(rows).map(({ lower: lo, upper: hi, forecasts: n, rate, band: marks }) => {
      return { lo, hi, n, rate, ...marks };
    });
  }),
  murphy: onSample((forecasts) => {
    const bins = probabilityBins(pointsOfForecasts(forecasts), TENTHS);
    const parts = murphyDecomposition(bins);
    const plain = murphyBiasCorrection(parts, bins);
    const shrunk = murphyBiasCorrection(parts, bins, { keepsRange: true });
    return {
      REL: parts.reliability,
      RES: parts.resolution,
      UNC: parts.uncertainty,
      WBV: parts.withinBinVariance,
      WBC: parts.withinBinCovariance,
      RELbc: plain.reliability,
      RESbc: plain.resolution,
      UNCbc: plain.uncertainty,
      brier01: parts.brier,
      specsBiasCorrected: { REL: shrunk.reliability, RES: shrunk.resolution, UNC: shrunk.uncertainty },
    };
  }),
  "murphy-D1-exact-values": onSample((forecasts) => {
    const parts = murphyDecomposition(binPerProbability(pointsOfForecasts(forecasts)));
    const { brier: brier01, reliability: REL, resolution: RES, uncertainty: UNC } = parts;
    return { brier01, REL, RES, UNC, skill: 1 - brier01 / UNC };
  }),
  spiegelhalter: onSample((forecasts) => {
    const points = pointsOfForecasts(forecasts);
    const { z, pValue: p } = spiegelhalterTest(points);
    const { intercept: calibrationIntercept, slope: calibrationSlope } = logisticRecalibration(points);
    return { z, p, calibrationIntercept, calibrationSlope, cIndex: concordanceIndex(points) };
  }),
};
