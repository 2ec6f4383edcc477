import { type CalibrationBin, calibrationBins } from "./calibration-bins.ts";
import type { CalibrationCell } from "./calibration-cell.ts";
import { calibrationError } from "./calibration-error.ts";
import { pointsOfCells } from "./calibration-point.ts";
import { consistencyBand } from "./consistency-band.ts";
import type { BandPoint } from "./consistency-band-discrete.ts";
import { type CorpDecomposition, corpDecomposition } from "./corp-decomposition.ts";
import { type MurphyDecomposition, murphyDecomposition } from "./murphy-decomposition.ts";
import { probabilityBins, TENTHS } from "./probability-bins.ts";

/** Below this many resolved questions the ten bins are shown first, since a fitted curve would promise too much. */
const CURVE_FROM_QUESTIONS = 100;

/** All that a calibration page shows, from a table of cells. */
export interface CalibrationReport {
  readonly primary: "curve" | "bins";
  /** Whole questions' worth of active time. */
  readonly weight: number;
  readonly corp: CorpDecomposition;
  readonly band: BandPoint[];
  readonly bins: CalibrationBin[];
  readonly murphy: MurphyDecomposition;
  readonly error: { readonly expected: number; readonly maximum: number };
}

/**
 * The calibration of a person, a crowd or anyone else, or null where nothing has been resolved.
 *
 * Formula: CORP parts and curve with a 90 % consistency band, ten bins with 95 % Wilson intervals, Murphy's parts and the calibration error over the bins.
 * Units: questions; Brier scores, 0 best … 1. The cost is that of the cells, at most 1,001, whatever the number of forecasts.
 * Errors: `argument_must_be_in_domain` when a cell holds more outcomes than weight.
 * Source: `scoring.md` §1 "Calibration": the curve from 100 resolved questions on, the bins below.
 *
 * @example
 * calibrationReport([], { seed: "s", resolvedQuestions: 0 }); // => null
 */
export function calibrationReport(
  cells: readonly CalibrationCell[],
  { seed, resolvedQuestions, resamples = 400 }: { seed: string; resolvedQuestions: number; resamples?: number },
): CalibrationReport | null {
  const points = pointsOfCells(cells);
  if (points.length === 0) return null;
  const tenths = probabilityBins(points, TENTHS);
  return {
    primary: resolvedQuestions < CURVE_FROM_QUESTIONS ? "bins" : "curve",
    weight: points.reduce((sum, point) => sum + point.weight, 0),
    corp: corpDecomposition(points),
    band: consistencyBand(points, { seed, resamples }),
    bins: calibrationBins(cells),
    murphy: murphyDecomposition(tenths),
    error: calibrationError(tenths),
  };
}
