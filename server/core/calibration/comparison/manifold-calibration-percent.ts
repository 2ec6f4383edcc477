/** The points of the chart, in per cent: every ten, and finer at both ends. */
const MARKS = [1, 3, 5, 10, 20, 30, 40, 50, 60, 70, 80, 90, 95, 97, 99] as const;

/**
 * The mark of Manifold's platform calibration chart that a probability counts for, for comparison with that chart.
 *
 * Formula: the nearest of 1, 3, 5, 10, 20 … 90, 95, 97, 99 %; of two equally near the lower one.
 * Units: probability in, per cent out.
 * Source: Manifold `getCalibrationPoints`, restated.
 *
 * @example
 * manifoldCalibrationPercent(0.15); // => 10
 */
export function manifoldCalibrationPercent(probability: number): number {
  const percent = probability * 100;
  let nearest: number = MARKS[0];
  for (const mark of MARKS) {
    if (Math.abs(percent - mark) < Math.abs(percent - nearest)) nearest = mark;
  }
  return nearest;
}
