import { GREATEST_PROBABILITY, isStatable, MIN_PROBABILITY } from "#core/probability.ts";

/** Below and above these, whole percents hide a factor of two, so steps are tenths there. */
const FINE_BELOW = 2;
const FINE_ABOVE = 98;
const LARGE_STEP = 10;

const LEAST = MIN_PROBABILITY * 100;
const GREATEST = GREATEST_PROBABILITY * 100;

/** A percentage that may be stated: within the bounds, and in tenths of a percent. */
function bounded(percent: number): number {
  return Math.round(Math.min(GREATEST, Math.max(LEAST, percent)) * 10) / 10;
}

/** The percentage one step further up or down: whole percents, tenths near the ends, tens when `isLarge`. */
export function steppedPercent(percent: number, direction: 1 | -1, isLarge = false): number {
  if (isLarge) return bounded(percent + direction * LARGE_STEP);
  const isFine =
    direction > 0 ? percent < FINE_BELOW || percent >= FINE_ABOVE : percent <= FINE_BELOW || percent > FINE_ABOVE;
  if (isFine) return bounded(percent + direction * 0.1);
  return bounded(direction > 0 ? Math.floor(percent + 1) : Math.ceil(percent - 1));
}

/** Where a slider's handle rests when it is let go at a percentage: on a whole percent, on a tenth near the ends. */
export function restingPercent(percent: number): number {
  return bounded(percent < FINE_BELOW || percent > FINE_ABOVE ? percent : Math.round(percent));
}

/** A probability in percent, moved to the nearest that may be stated; without the noise of binary fractions. */
export function nearestPercent(probability: number): number {
  return Math.min(GREATEST, Math.max(LEAST, Math.round(probability * 1e12) / 1e10));
}

/** What may be typed as a percentage. */
export const PERCENT_RULE = `From ${LEAST} to ${GREATEST}%.`;

/** The percentage that a text says, "43", "43%" or "0,5"; null when it says none that may be stated. */
export function statablePercent(text: string): number | null {
  const percent = typedPercent(text);
  return percent !== null && isStatable(percent / 100) ? percent : null;
}

/** The percentage that a text says, "43", "43%" or "0,5"; null when it says none. Bounds are not its business. */
export function typedPercent(text: string): number | null {
  const [, number] = /^\s*(\d{1,3}(?:[.,]\d*)?|[.,]\d+)\s*%?\s*$/.exec(text) ?? [];
  return number === undefined ? null : Number(number.replace(",", "."));
}

/** What stands in the number field for a percentage: as few decimals as it needs, at most two. */
export function percentField(percent: number): string {
  return String(Math.round(percent * 100) / 100);
}
