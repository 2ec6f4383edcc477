/** A true minus, so that a negative number is not taken for a hyphenated word. */
export const MINUS = "−";

/** How many decimals a percentage is shown with: none, but one where a whole number would hide the ends. */
function decimalsOf(percent: number): number {
  return percent < 2 || percent > 98 ? 1 : 0;
}

/**
 * A probability as people read it: 43%, and 0.4% or 99.2% near the ends, where a whole number hides a factor of two.
 * What rounds to the very end but is not there says so: "<0.1%", ">99.9%".
 */
export function percentText(probability: number): string {
  // Without the noise of binary fractions: 99.9 / 100 is 99.9%, not more.
  const percent = Math.round(probability * 1e12) / 1e10;
  if (percent > 0 && percent < 0.1) return "<0.1%";
  if (percent < 100 && percent > 99.9) return ">99.9%";
  if (percent === 0 || percent === 100) return `${percent}%`;
  return `${percent.toFixed(decimalsOf(percent))}%`;
}

/** A change of probability in percentage points, signed: "+4", "−12", "0". Whole points, one decimal below one point. */
export function pointsText(change: number): string {
  const points = Math.abs(change * 100);
  const size = points >= 1 || points < 0.05 ? points.toFixed(0) : points.toFixed(1);
  if (Number(size) === 0) return "0";
  return `${change < 0 ? MINUS : "+"}${size}`;
}
