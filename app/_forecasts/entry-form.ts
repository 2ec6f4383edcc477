import { cdfFromQuantiles } from "#core/scoring/cdf-from-quantiles.ts";
import { cdfQuantile } from "#core/scoring/cdf-quantile.ts";
import type { EntryView } from "./forecast-view.ts";
import { percentSum, scaledToWhole } from "./scaled-to-whole.ts";

/**
 * A forecast as its entry holds it, in numbers that sliders move: percents for probabilities; for a number or a date, the
 * places of three quantiles in percent of the range, and what lies below and above the range in percent.
 */
export type Numbers = readonly number[];

/** How a forecast is entered: its numbers at the start, and the way from numbers to probabilities and back. */
export interface EntryForm {
  readonly start: Numbers;
  /** Whether the numbers state a forecast. */
  readonly isComplete: (numbers: Numbers) => boolean;
  readonly numbersOf: (probabilities: readonly number[]) => Numbers;
  readonly probabilitiesOf: (numbers: Numbers) => number[];
  /** The numbers once one of them was moved, and others have made way for it. */
  readonly moved: (numbers: Numbers, place: number, to: number) => Numbers;
}

/** The quantiles that are asked for, of what lies within the range. */
export const QUANTILES = [0.1, 0.5, 0.9] as const;
/** Where the numbers of a distribution say what lies below and above the range. */
export const BELOW = 3;
export const ABOVE = 4;

/** Without the noise of binary fractions, so that 0.29 is 29 again. */
const toPercent = (probability: number) => Math.round(probability * 1e6) / 1e4;
const replaced = (numbers: Numbers, place: number, to: number) => numbers.map((own, k) => (k === place ? to : own));

const single: EntryForm = {
  start: [50],
  isComplete: () => true,
  numbersOf: (probabilities) => probabilities.map(toPercent),
  probabilitiesOf: (numbers) => numbers.map((percent) => percent / 100),
  moved: replaced,
};

function options(count: number): EntryForm {
  return {
    ...single,
    start: scaledToWhole(Array.from({ length: count }, () => 0)),
    isComplete: (numbers) => percentSum(numbers) === 100,
    probabilitiesOf: (numbers) => {
      const total = numbers.reduce((sum, percent) => sum + percent, 0);
      return numbers.map((percent) => percent / total);
    },
  };
}

/** How near two quantiles may come, in percent of the range. */
const LEAST_GAP = 0.5;

/** A quantile that is moved pushes the others before it, within the range. */
function pushed(numbers: Numbers, place: number, to: number): Numbers {
  if (place >= QUANTILES.length) return replaced(numbers, place, to);
  const room = (k: number) => (k + 1) * LEAST_GAP;
  const held = Math.min(100 - room(QUANTILES.length - 1 - place), Math.max(room(place), to));
  return numbers.map((own, k) => {
    if (k >= QUANTILES.length) return own;
    if (k < place) return Math.min(own, held - (place - k) * LEAST_GAP);
    return k > place ? Math.max(own, held + (k - place) * LEAST_GAP) : held;
  });
}

function distribution({ openLower, openUpper }: { openLower: boolean; openUpper: boolean }): EntryForm {
  const probabilitiesOf = (numbers: Numbers) => {
    const below = openLower ? (numbers[BELOW] ?? 0) / 100 : 0;
    const above = openUpper ? (numbers[ABOVE] ?? 0) / 100 : 0;
    const quantiles = QUANTILES.map((probability, k) => ({
      location: (numbers[k] ?? 0) / 100,
      probability: below + probability * (1 - below - above),
    }));
    return cdfFromQuantiles(quantiles, { below, above });
  };
  return {
    start: [25, 50, 75, openLower ? 1 : 0, openUpper ? 1 : 0],
    isComplete: (numbers) => (numbers[BELOW] ?? 0) + (numbers[ABOVE] ?? 0) < 100,
    numbersOf: (cdf) => {
      const below = cdf[0] ?? 0;
      const above = 1 - (cdf.at(-1) ?? 1);
      const places = QUANTILES.map((q) => toPercent(cdfQuantile(cdf, below + q * (1 - below - above))));
      return [...places, toPercent(below), toPercent(above)];
    },
    probabilitiesOf,
    moved: pushed,
  };
}

/** The way a forecast of this question is entered. */
export function entryForm({ options: { length }, range }: EntryView["question"]): EntryForm {
  if (range) return distribution(range);
  return length > 0 ? options(length) : single;
}
