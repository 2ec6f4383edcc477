import { type Broken, DomainError } from "./errors.ts";
import { atBound } from "./probability.ts";
import type { QuestionRange } from "./question/question-range.ts";
import { type CdfFault, cdfFaults, MIN_OUTSIDE } from "./scoring/cdf-faults.ts";

/** How many points a stated CDF has: the ends of 200 buckets. */
export const CDF_POINTS = 201;

const field = "probabilities";
const outside = (end: "lower" | "upper", isOpen: boolean): Broken => [
  "cdf_must_fit_range",
  { end, isOpen, min: MIN_OUTSIDE, field },
];

const FAULTS: Record<CdfFault, Broken> = {
  length: ["cdf_must_have_201_points", { points: CDF_POINTS, field }],
  "min-step": ["cdf_must_rise_everywhere", { field }],
  "max-step": ["cdf_must_not_jump", { field }],
  "lower-open": outside("lower", true),
  "lower-closed": outside("lower", false),
  "upper-open": outside("upper", true),
  "upper-closed": outside("upper", false),
};

/**
 * The CDF of one forecast as it is kept, or an error that names the first rule it breaks.
 *
 * Formula: an end within 1e-9 of what its range asks of it (0 and 1 where closed, 0.001 and 0.999 where open) is that; the rest
 * is kept as stated.
 * Units: probability at 201 even locations of the range.
 * Errors: `cdf_must_have_201_points`, `cdf_must_rise_everywhere`, `cdf_must_not_jump`, `cdf_must_fit_range`.
 * Source: `cdfFaults`.
 *
 * @example
 * statedCdf(Array.from({ length: 201 }, (_, i) => i / 200), { openLower: false, openUpper: false }).length; // => 201
 */
export function statedCdf(
  cdf: readonly number[],
  { openLower, openUpper }: Pick<QuestionRange, "openLower" | "openUpper">,
): number[] {
  const kept = cdf.map((probability, place) => {
    if (place === 0) return atBound(probability, openLower ? MIN_OUTSIDE : 0);
    return place === cdf.length - 1 ? atBound(probability, openUpper ? 1 - MIN_OUTSIDE : 1) : probability;
  });
  const [fault] = cdfFaults(kept, { openLower, openUpper, buckets: CDF_POINTS - 1 });
  if (fault) throw new DomainError(...FAULTS[fault]);
  return kept;
}
