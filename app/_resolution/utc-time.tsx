import { formatInstant } from "#core/time/format-instant.ts";

/** An instant to the minute, in UTC: the record has one zone. */
export function UtcTime({ at }: { at: Date }) {
  return (
    <time dateTime={at.toISOString()} className="tabular-nums">
      {formatInstant(at.getTime(), "UTC")} UTC
    </time>
  );
}
