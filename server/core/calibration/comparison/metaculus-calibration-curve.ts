/** Thirds of an eighth at both ends, twentieths in between: 21 bins [lo, hi). */
const EDGES: readonly number[] = [
  ...[0, 1, 2].map((third) => third / 24),
  ...Array.from({ length: 16 }, (_, k) => 0.125 + k * 0.05),
  ...[1, 2, 3].map((third) => 0.875 + third / 24),
];

/** A bin of the curve; the three marks are counts of hits over forecasts, at the bin's lower edge, middle and upper edge. */
export interface MetaculusCalibrationBin {
  readonly lower: number;
  readonly upper: number;
  readonly forecasts: number;
  readonly rate: number | null;
  readonly band: { readonly lower: number; readonly expected: number; readonly upper: number };
}

/**
 * A person's calibration as Metaculus draws it, for comparison with a record kept there.
 *
 * Formula: rate Σ w·y/Σ w; band = binomial quantiles 5 % at the lower edge, 50 % at the middle, 95 % at the upper edge, with n = number of
 * rows (at least 1), over n. Rows of one question count as independent, so the band is too narrow. A forecast of exactly 1 falls in no bin.
 * Units: weight = active time over open time.
 * Source: Metaculus `get_calibration_curve_data`, restated.
 *
 * @example
 * metaculusCalibrationCurve([{ probability: 0.5, outcome: 1, weight: 1 }])[10]?.rate; // => 1
 */
export function metaculusCalibrationCurve(
  rows: readonly { probability: number; outcome: number; weight: number }[],
): MetaculusCalibrationBin[] {
  return EDGES.slice(1).map((upper, bin) => {
    const lower = EDGES[bin] as number;
    const members = rows.filter(({ probability }) => probability >= lower && probability < upper);
    const weight = members.reduce((sum, row) => sum + row.weight, 0);
    const hits = members.reduce((sum, row) => sum + row.weight * row.outcome, 0);
    const trials = Math.max(1, members.length);
    return {
      lower,
      upper,
      forecasts: members.length,
      rate: weight > 0 ? hits / weight : null,
      band: {
        lower: binomialQuantile(0.05, trials, lower) / trials,
        expected: binomialQuantile(0.5, trials, (lower + upper) / 2) / trials,
        upper: binomialQuantile(0.95, trials, upper) / trials,
      },
    };
  });
}

/** The smallest count whose cumulative chance reaches the level. */
function binomialQuantile(level: number, trials: number, probability: number): number {
  if (probability >= 1) return trials;
  let chance = (1 - probability) ** trials;
  let cumulative = chance;
  let count = 0;
  for (; cumulative < level && count < trials; count++) {
    chance *= ((trials - count) / (count + 1)) * (probability / (1 - probability));
    cumulative += chance;
  }
  return count;
}
