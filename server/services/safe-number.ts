import { z } from "zod";
import { isStatable, statedProbability } from "#core/probability.ts";
import { isKeptQuantity } from "#core/question/question-range.ts";
import { isKeptInstant } from "#core/time/instant-bounds.ts";

/** The largest number of a row, a version or a place in a list that the database counts in an `integer`. */
const MAX_COUNTED = 2_147_483_647;

/** A probability that a person may state, as it is kept. */
export function probability() {
  return z.number().refine(isStatable, "A probability must lie between 0.1 % and 99.9 %.").transform(statedProbability);
}

/** A number that questions and events are about. */
export function quantity() {
  return z.number().refine(isKeptQuantity, "No larger than 1,000,000,000,000,000, in either direction.");
}

/** The number of something that is counted from one. */
export function ordinal() {
  return z.int().min(1).max(MAX_COUNTED);
}

/** An instant as a whole number of epoch milliseconds, within the years that Parley keeps. */
export function instantNumber() {
  return z.int().refine(isKeptInstant, "Not within the years 1000 to 2999.");
}
