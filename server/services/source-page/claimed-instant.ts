import { isKeptInstant } from "#core/time/instant-bounds.ts";
import { statedInstant } from "#core/time/stated-instant.ts";

/**
 * An instant that a page claims, if it is one: a date alone, or a time by nobody's clock, would have to be guessed at, and when
 * a source was published decides when an event was known.
 */
export function claimedInstant(text: string | undefined): Date | null {
  const at = statedInstant(text?.trim() ?? "");
  return at !== null && isKeptInstant(at) ? new Date(at) : null;
}
