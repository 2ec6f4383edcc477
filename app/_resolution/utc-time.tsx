import { instantText } from "#app/_components/instant-text.ts";

/** An instant to the minute, in UTC: the record has one zone. */
export function UtcTime({ at }: { at: Date }) {
  return (
    <time dateTime={at.toISOString()} className="tabular-nums">
      {instantText(at.getTime())}
    </time>
  );
}
