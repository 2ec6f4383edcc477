import { z } from "zod";
import { isStatable, statedProbability } from "#core/probability.ts";

/** A probability that a person may state, as it is kept. */
export function probability() {
  return z.number().refine(isStatable, "A probability must lie between 0.1 % and 99.9 %.").transform(statedProbability);
}
