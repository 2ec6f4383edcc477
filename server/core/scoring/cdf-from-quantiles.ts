import { ensure } from "#core/errors.ts";
import { monotoneCurve } from "./monotone-curve.ts";

/** "With this probability the answer lies at or below this location of the range." */
export interface StatedQuantile {
  readonly location: number;
  readonly probability: number;
}

export interface QuantileEnds {
  /** What lies below the range: 0 when its lower end is closed. */
  readonly below: number;
  /** What lies above it. */
  readonly above: number;
}

/** How much of every forecast is spread evenly, so that no part of the range is held impossible: what `cdfFaults` asks for, and a little. */
const SPREAD = 0.0101;

/**
 * A CDF of N + 1 points through stated quantiles: what a person's "probably between" becomes.
 *
 * Formula: a monotone cubic through (0, below), the quantiles and (1, 1 − above), mixed with the straight line
 * between those ends, which brings 0.0101 of all probability; where less than that lies inside, it is the straight line alone.
 * It passes each quantile to within that mixture.
 * Units: locations in 0..1 of the range, ascending; probabilities strictly between below and 1 − above, ascending.
 * Errors: `quantiles_must_ascend`.
 * Source: F. N. Fritsch, R. E. Carlson (1980) for the curve; the mixture is own rule after Metaculus' least step.
 *
 * @example
 * cdfFromQuantiles([{ location: 0.5, probability: 0.5 }], { below: 0, above: 0 }, 2); // => [0, 0.5, 1]
 */
export function cdfFromQuantiles(quantiles: readonly StatedQuantile[], ends: QuantileEnds, buckets = 200): number[] {
  const { below, above } = ends;
  const points = [{ location: 0, probability: below }, ...quantiles, { location: 1, probability: 1 - above }];
  ensure(
    points.every((point, i) => {
      const next = points[i + 1];
      return !next || (point.location < next.location && point.probability < next.probability);
    }),
    "quantiles_must_ascend",
    { field: "quantiles" },
  );
  const curve = monotoneCurve(
    points.map(({ location }) => location),
    points.map(({ probability }) => probability),
  );
  const inside = 1 - above - below;
  const spread = Math.min(1, SPREAD / inside);
  const cdf = Array.from({ length: buckets + 1 }, (_, i) => {
    const at = i / buckets;
    return (1 - spread) * curve(at) + spread * (below + inside * at);
  });
  // Closed ends are exact, whatever the sums above round to.
  cdf[0] = below;
  cdf[buckets] = 1 - above;
  return cdf;
}
