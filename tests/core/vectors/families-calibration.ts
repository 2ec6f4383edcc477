import { calibrationError } from "#core/calibration/calibration-error.ts";
import { type CalibrationPoint, pointsOfForecasts } from "#core/calibration/calibration-point.ts";
import { clopperPearsonInterval } from "#core/calibration/clopper-pearson-interval.ts";
import { agrestiCoullInterval } from "#core/calibration/comparison/agresti-coull-interval.ts";
import { concordanceIndex } from "#core/calibration/comparison/concordance-index.ts";
import { hosmerLemeshowTest } from "#core/calibration/comparison/hosmer-lemeshow-test.ts";
import { logisticRecalibration } from "#core/calibration/comparison/logistic-recalibration.ts";
import { manifoldCalibrationPercent } from "#core/calibration/comparison/manifold-calibration-percent.ts";
import { metaculusCalibrationCurve } from "#core/calibration/comparison/metaculus-calibration-curve.ts";
import { murphyBiasCorrection } from "#core/calibration/comparison/murphy-bias-correction.ts";
import { murphyDecomposition } from "#core/calibration/comparison/murphy-decomposition.ts";
import { type BandPoint, consistencyBandDiscrete } from "#core/calibration/consistency-band-discrete.ts";
import { consistencyBandResampled } from "#core/calibration/consistency-band-resampled.ts";
import { corpDecomposition } from "#core/calibration/corp-decomposition.ts";
import type { IsotonicBlock } from "#core/calibration/isotonic-blocks.ts";
import { jeffreysInterval } from "#core/calibration/jeffreys-interval.ts";
import { brierLoss, type Loss, logLoss, meanLoss } from "#core/calibration/mean-loss.ts";
import { binPerProbability, type ProbabilityBin, probabilityBins } from "#core/calibration/probability-bins.ts";
import { spiegelhalterTest } from "#core/calibration/spiegelhalter-test.ts";
import { type RateInterval, wilsonInterval } from "#core/calibration/wilson-interval.ts";
import { quantileOfSample } from "#core/special/quantile-of-sample.ts";
import { type Families, type ServedFamily, served, type VectorCase } from "./vector-case.ts";
import { mustBe } from "./watched-inputs.ts";

interface Sample {
  p: number[];
  y: number[];
}
interface OnSample extends Partial<Sample> {
  dataset?: string;
  weight?: number[];
  /** How many equal bins, their edges, or in words that each distinct probability is one. */
  bins?: number | number[] | string;
  binRule?: string;
  groups?: number;
  level?: number;
  score?: string;
  seed?: string;
  resamples?: number;
}

const BIN_RULES = ["(lo,hi]", "(lo,hi], first bin includes 0"];
const BIN_PER_PROBABILITY = "one per distinct forecast value";

/** Forecasts named by a data set or given in place. */
function forecastsOf(inputs: OnSample, all: ReadonlyMap<string, VectorCase>) {
  const { dataset } = inputs;
  const named = dataset === undefined ? undefined : (all.get(`dataset-${dataset}`)?.expected as Sample | undefined);
  if (dataset !== undefined && !named) throw new Error(`the file has no dataset-${dataset}`);
  const { p = [], y = [] } = named ?? inputs;
  if (p.length !== y.length) throw new Error(`${p.length} probabilities have ${y.length} outcomes`);
  return p.map((probability, i) => ({ probability, outcome: y[i]! }));
}

type Forecasts = ReturnType<typeof forecastsOf>;

const onSample = (run: (forecasts: Forecasts, inputs: OnSample, vector: VectorCase) => unknown) =>
  served<OnSample>((inputs, vector, all) => run(forecastsOf(inputs, all), inputs, vector));

/** For what is computed from points: their forecasts may have weights. */
const onPoints = (run: (points: CalibrationPoint[], inputs: OnSample, vector: VectorCase) => unknown) =>
  onSample((forecasts, inputs, vector) => run(pointsOf(forecasts, inputs), inputs, vector));

function pointsOf(forecasts: Forecasts, { weight }: OnSample): CalibrationPoint[] {
  if (weight && weight.length !== forecasts.length) throw new Error(`${forecasts.length} forecasts have other weights`);
  return pointsOfForecasts(forecasts.map((forecast, i) => ({ ...forecast, weight: weight?.[i] ?? 1 })));
}

function binsOf(points: readonly CalibrationPoint[], { bins = 10, binRule }: OnSample): ProbabilityBin[] {
  mustBe("binRule", binRule, ...BIN_RULES);
  if (typeof bins !== "string") return probabilityBins(points, typeof bins === "number" ? evenEdges(bins) : bins);
  mustBe("bins", bins, BIN_PER_PROBABILITY);
  return binPerProbability(points);
}

const evenEdges = (bins: number) => Array.from({ length: bins + 1 }, (_, k) => k / bins);
const ends = ({ lower, upper }: RateInterval) => [lower, upper];

function corp(loss: Loss, ...names: string[]): ServedFamily {
  return onSample((forecasts, inputs) => {
    mustBe("score", inputs.score, ...names);
    const parts = corpDecomposition(pointsOf(forecasts, inputs), loss);
    const { score: meanScore, miscalibration: MCB, discrimination: DSC, uncertainty: UNC } = parts;
    const within = ({ lowest, highest }: IsotonicBlock) =>
      forecasts.filter(({ probability }) => probability >= lowest && probability <= highest).length;
    const bins = parts.blocks.map((block) => {
      return { n: within(block), xMin: block.lowest, xMax: block.highest, cep: block.rate };
    });
    return { meanScore, MCB, DSC, UNC, bins };
  });
}

function band(compute: (points: CalibrationPoint[], level: number, inputs: OnSample) => BandPoint[]): ServedFamily {
  return onPoints((points, inputs, vector) => {
    const at = new Map(compute(points, inputs.level ?? 0.9, inputs).map((point) => [point.probability, point]));
    const weight = new Map(points.map((point) => [point.probability, point.weight]));
    return (vector.expected as { x: number }[]).map(({ x }) => ({ ...at.get(x), x, n: weight.get(x) }));
  });
}

function curve(edgesOf: (sorted: number[], bins: number) => number[]): ServedFamily {
  return onSample((forecasts, inputs) => {
    const { bins = 5 } = inputs;
    if (typeof bins !== "number") throw new Error("the edges of a curve's bins follow from their number");
    const sorted = forecasts.map(({ probability }) => probability).sort((one, other) => one - other);
    const filled = probabilityBins(pointsOf(forecasts, inputs), edgesOf(sorted, bins));
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
  corp: corp(brierLoss, "(p - y)^2", "(p-y)^2"),
  "corp-log": corp(logLoss, "-ln p_outcome"),
  "corp-D2-consistency-discrete": band(consistencyBandDiscrete),
  "corp-D2-consistency-resampling": band((points, level, { seed = "vectors", resamples = 4000 }) =>
    consistencyBandResampled(points, { seed, level, resamples }),
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
  ece: onPoints((points, inputs) => {
    const { expected: ECE, maximum: MCE } = calibrationError(binsOf(points, inputs));
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
  murphy: onPoints((points, inputs) => {
    const bins = binsOf(points, inputs);
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
      skill: 1 - parts.brier / parts.uncertainty,
      specsBiasCorrected: { REL: shrunk.reliability, RES: shrunk.resolution, UNC: shrunk.uncertainty },
    };
  }),
  spiegelhalter: onPoints((points) => {
    const { z, pValue: p } = spiegelhalterTest(points);
    const { intercept: calibrationIntercept, slope: calibrationSlope } = logisticRecalibration(points);
    return { z, p, calibrationIntercept, calibrationSlope, cIndex: concordanceIndex(points) };
  }),
};
