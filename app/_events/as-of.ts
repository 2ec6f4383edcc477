import { isKeptInstant } from "#core/time/instant-bounds.ts";
import { statedInstant } from "#core/time/stated-instant.ts";

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?$/;

/** The instant a page is asked to show the log for, from its address (UTC); undefined for now, or when it is unreadable. */
export function asOfFrom(value: string | string[] | undefined): Date | undefined {
  if (typeof value !== "string") return undefined;
  // A date alone is taken whole: what was recorded on that day was known by its end.
  const whole = DAY.test(value) ? `${value}T23:59:59.999` : value.replace(/Z$/, "");
  const at = LOCAL.test(whole) ? statedInstant(`${whole}Z`) : null;
  return at !== null && isKeptInstant(at) ? new Date(at) : undefined;
}

/** The part of an address that keeps showing the log for that instant; empty for now. */
export function asOfQuery(asOf: Date | undefined): string {
  return asOf ? `?asOf=${asOf.toISOString()}` : "";
}
