const LOCAL = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?Z?)?$/;

/** The instant a page is asked to show the log for, from its address (UTC); undefined for now, or when it is unreadable. */
export function asOfFrom(value: string | string[] | undefined): Date | undefined {
  if (typeof value !== "string" || !LOCAL.test(value)) return undefined;
  // A date alone is taken whole: what was recorded on that day was known by its end.
  const iso = value.length === 10 ? `${value}T23:59:59.999Z` : value.endsWith("Z") ? value : `${value}Z`;
  const at = new Date(iso);
  return Number.isNaN(at.getTime()) || at.getUTCFullYear() < 1000 ? undefined : at;
}

/** The part of an address that keeps showing the log for that instant; empty for now. */
export function asOfQuery(asOf: Date | undefined): string {
  return asOf ? `?asOf=${asOf.toISOString()}` : "";
}
