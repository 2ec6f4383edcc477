import { z } from "zod";
import { isKeptInstant } from "#core/time/instant-bounds.ts";
import { statedInstant } from "#core/time/stated-instant.ts";

const OUT_OF_BOUNDS = "Not within the years 1000 to 2999.";

/** An instant that a request gives: within the years that Parley keeps. */
export function instant() {
  return z.date("Give a date and time.").refine((date) => isKeptInstant(date.getTime()), OUT_OF_BOUNDS);
}

/** An instant in a file, ISO 8601 with its zone, within the years that Parley keeps; epoch milliseconds. */
export function instantText() {
  return z.string().transform((text, context) => {
    const at = statedInstant(text);
    if (at !== null && isKeptInstant(at)) return at;
    context.addIssue({
      code: "custom",
      message: at === null ? "Not an ISO 8601 instant with a zone." : OUT_OF_BOUNDS,
    });
    return z.NEVER;
  });
}
