const INSTANT = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?) ?(?:(Z)|([+-]\d{2}):?(\d{2}))$/i;
const [EARLIEST, LATEST] = [Date.UTC(1000, 0), Date.UTC(3000, 0)];

/**
 * An instant that a page claims, if it is one: a date alone, or a time by nobody's clock, would have to be guessed at, and when
 * a source was published decides when an event was known.
 */
export function claimedInstant(text: string | undefined): Date | null {
  const [, date, time, utc, hours, minutes] = INSTANT.exec(text?.trim() ?? "") ?? [];
  if (date === undefined) return null;
  const at = Date.parse(`${date}T${time}${utc ? "Z" : `${hours}:${minutes}`}`);
  return at >= EARLIEST && at < LATEST ? new Date(at) : null;
}
