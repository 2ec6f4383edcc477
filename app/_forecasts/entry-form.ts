import { DomainError } from "#core/errors.ts";
import { cdfFromQuantiles } from "#core/scoring/cdf-from-quantiles.ts";
import { cdfQuantile } from "#core/scoring/cdf-quantile.ts";
import { statedForecast } from "#core/stated-probabilities.ts";
import { sentenceOf } from "#server/messages/sentence-of.ts";
import type { EntryView } from "./forecast-view.ts";
import { scaledToWhole } from "./scaled-to-whole.ts";

/**
 * A forecast as its entry holds it, in numbers that sliders move: percents for probabilities; for a number or a date, the
 * places of three quantiles in percent of the range, and what lies below and above the range in percent.
 */
export type Numbers = readonly number[];

/** What numbers state: a forecast as it will be kept, or why it would be refused. */
export type StatedNumbers =
  | { readonly probabilities: number[]; readonly fault: null }
  | { readonly probabilities: null; readonly fault: string };

/** How a forecast is entered: its numbers at the start, and the way from numbers to probabilities and back. */
export interface EntryForm {
  readonly start: Numbers;
  /** By the rule that the server has too, so that what is complete here is taken there. */
  readonly stated: (numbers: Numbers) => StatedNumbers;
  readonly numbersOf: (probabilities: readonly number[]) => Numbers;
  /** The numbers once one of them was moved, and others have made way for it. */
  readonly moved: (numbers: Numbers, place: number, to: number) => Numbers;
}

type Question = Pick<EntryView["question"], "range"> & { readonly options: readonly unknown[] };
type Shape = Omit<EntryForm, "stated"> & { readonly probabilitiesOf: (numbers: Numbers) => number[] };

/** The quantiles that are asked for, of what lies within the range. */
export const QUANTILES = [0.1, 0.5, 0.9] as const;
/** Where the numbers of a distribution say what lies below and above the range. */
export const BELOW = 3;
export const ABOVE = 4;

/** Without the noise of binary fractions, so that 0.29 is 29 again; nothing else is lost. */
const toPercent = (probability: number) => Math.round(probability * 1e12) / 1e10;
const replaced = (numbers: Numbers, place: number, to: number) => numbers.map((own, k) => (k === place ? to : own));

function listed(options: number): Shape {
  return {
    start: options === 0 ? [50] : scaledToWhole(Array.from({ length: options }, () => 0)),
    numbersOf: (probabilities) => probabilities.map(toPercent),
    probabilitiesOf: (numbers) => numbers.map((percent) => percent / 100),
    moved: replaced,
  };
}

/** How near two quantiles may come, in percent of the range. */
const MIN_GAP = 0.5;

/** The least and the greatest place of a quantile, in percent of the range: the others need room too. */
export function roomOf(place: number): readonly [least: number, greatest: number] {
  return [(place + 1) * MIN_GAP, 100 - (QUANTILES.length - place) * MIN_GAP];
}

/** A quantile that is moved pushes the others before it, within the range. */
function pushed(numbers: Numbers, place: number, to: number): Numbers {
  if (place >= QUANTILES.length) return replaced(numbers, place, to);
  const [least, greatest] = roomOf(place);
  const held = Math.min(greatest, Math.max(least, to));
  return numbers.map((own, k) => {
    if (k >= QUANTILES.length) return own;
    if (k < place) return Math.min(own, held - (place - k) * MIN_GAP);
    return k > place ? Math.max(own, held + (k - place) * MIN_GAP) : held;
  });
}

function distribution({ openLower, openUpper }: { openLower: boolean; openUpper: boolean }): Shape {
  return {
    start: [25, 50, 75, openLower ? 1 : 0, openUpper ? 1 : 0],
    numbersOf: (cdf) => {
      const below = cdf[0] ?? 0;
      const above = 1 - (cdf.at(-1) ?? 1);
      const places = QUANTILES.map((q) => toPercent(cdfQuantile(cdf, below + q * (1 - below - above))));
      return [...places, toPercent(below), toPercent(above)];
    },
    probabilitiesOf: (numbers) => {
      const below = openLower ? (numbers[BELOW] ?? 0) / 100 : 0;
      const above = openUpper ? (numbers[ABOVE] ?? 0) / 100 : 0;
      const quantiles = QUANTILES.map((probability, k) => ({
        location: (numbers[k] ?? 0) / 100,
        probability: below + probability * (1 - below - above),
      }));
      return cdfFromQuantiles(quantiles, { below, above });
    },
    moved: pushed,
  };
}

/** The way a forecast of this question is entered. */
export function entryForm({ options: { length }, range }: Question): EntryForm {
  const { probabilitiesOf, ...shape } = range ? distribution(range) : listed(length);
  return {
    ...shape,
    stated: (numbers) => {
      try {
        return { probabilities: statedForecast(probabilitiesOf(numbers), { options: length, range }), fault: null };
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        return { probabilities: null, fault: sentenceOf(error) };
      }
    },
  };
}
