import { crowdSteps } from "#core/aggregation/crowd-steps.ts";
import { type CalibrationBin, calibrationBins } from "#core/calibration/calibration-bins.ts";
import { addCells, type CalibrationCell } from "#core/calibration/calibration-cell.ts";
import { pointsOfCells } from "#core/calibration/calibration-point.ts";
import { cellsOfAnswer, type SubjectCell } from "#core/calibration/cells-of-answer.ts";
import { corpDecomposition } from "#core/calibration/corp-decomposition.ts";
import type { BundleForecaster } from "./bundle.ts";
import type { ScoredBundleQuestion } from "./bundle-scores.ts";
import { resolvedBundleQuestion } from "./resolved-bundle-question.ts";

export interface BundleCalibrationReport {
  /** Questions' worth of forecasting. */
  readonly weight: number;
  readonly brier: number;
  readonly miscalibration: number;
  readonly discrimination: number;
  readonly uncertainty: number;
  /** Only the tenths in which something was forecast. */
  readonly bins: readonly CalibrationBin[];
}

export interface BundleCalibration {
  /** The recency-weighted median of the pool; null when nothing was answered. */
  readonly crowd: BundleCalibrationReport | null;
  readonly forecasters: readonly (BundleCalibrationReport & { readonly forecasterId: string })[];
}

const CROWD = Symbol("crowd");

/**
 * How the probabilities of a bundle held up: of everybody, and of the crowd of the pool.
 *
 * Formula: cells as stored calibration keeps them (`cellsOfAnswer`), then CORP's parts and ten bins with Wilson intervals.
 * Yes/no and multiple choice; a forecast that lacks an option which came later has no share, nor have numbers and dates.
 * Units: questions; Brier scores, 0 best … 1.
 * Source: own rule, that of calibration.
 *
 * @example
 * bundleCalibration([], []); // => { crowd: null, forecasters: [] }
 */
export function bundleCalibration(
  scored: readonly ScoredBundleQuestion[],
  forecasters: readonly BundleForecaster[],
): BundleCalibration {
  const pool = new Set(forecasters.flatMap(({ id, inPool }) => (inPool ? [id] : [])));
  const tables = new Map<string | typeof CROWD, SubjectCell[]>();
  const add = (subject: string | typeof CROWD, cells: readonly SubjectCell[]) => {
    const table = tables.get(subject);
    if (table) table.push(...cells);
    else tables.set(subject, [...cells]);
  };
  for (const question of scored) {
    const { people, crowd } = cellsOfBundleQuestion(question, pool);
    for (const [subject, cells] of Map.groupBy(people, ({ subject }) => subject)) add(subject, cells);
    add(CROWD, crowd);
  }
  const reportOf = (subject: string | typeof CROWD) => calibrationOfCells(addCells(tables.get(subject) ?? []));
  return {
    crowd: reportOf(CROWD),
    forecasters: forecasters.flatMap(({ id }) => {
      const report = reportOf(id);
      return report ? { forecasterId: id, ...report } : [];
    }),
  };
}

function cellsOfBundleQuestion({ question, forecasts }: ScoredBundleQuestion, pool: ReadonlySet<string>) {
  const resolved = resolvedBundleQuestion(question);
  if (!resolved || resolved.type === "numeric" || resolved.type === "date") return { people: [], crowd: [] };
  const answer = resolved as typeof resolved & { outcome: boolean | number };
  const stated = forecasts.flatMap(({ forecasterId, madeAt, endedAt, probability, probabilities = [] }, i) => {
    const known = probability === undefined ? probabilities.filter((value) => value !== null) : [probability];
    if (probability === undefined && known.length < probabilities.length) return [];
    const next = forecasts[i + 1];
    const replacedAt = next?.forecasterId === forecasterId ? next.madeAt : Number.POSITIVE_INFINITY;
    const end = Math.min(endedAt ?? Number.POSITIVE_INFINITY, replacedAt);
    return { subject: forecasterId, madeAt, endedAt: Number.isFinite(end) ? end : null, probabilities: known };
  });
  const steps = crowdSteps(
    resolved.type,
    stated.filter(({ subject }) => pool.has(subject)).map(({ subject, ...row }) => ({ forecaster: subject, ...row })),
  );
  const crowd = steps.map(({ at, probabilities }, i) => {
    return { subject: "crowd", madeAt: at, endedAt: steps[i + 1]?.at ?? null, probabilities };
  });
  return { people: cellsOfAnswer(answer, stated), crowd: cellsOfAnswer(answer, crowd) };
}

function calibrationOfCells(cells: readonly CalibrationCell[]): BundleCalibrationReport | null {
  const points = pointsOfCells(cells);
  if (points.length === 0) return null;
  const { score, miscalibration, discrimination, uncertainty } = corpDecomposition(points);
  return {
    weight: points.reduce((sum, point) => sum + point.weight, 0),
    brier: score,
    miscalibration,
    discrimination,
    uncertainty,
    bins: calibrationBins(cells).filter(({ weight }) => weight > 0),
  };
}
