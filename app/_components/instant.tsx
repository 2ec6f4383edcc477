import { dayText, instantText } from "./instant-text.ts";
import { relativeText } from "./relative-text.ts";

interface InstantProps {
  /** Epoch milliseconds. */
  readonly at: number;
  /** The server's now, in epoch milliseconds: passed in, so that server and browser say the same. */
  readonly now?: number;
  /** An IANA name, said with the instant. */
  readonly zone?: string;
  /** `both` "in 3 days (7 Apr 2026, 23:59 UTC)" · `relative` · `absolute` · `day` "7 Apr 2026". */
  readonly form?: "both" | "relative" | "absolute" | "day";
}

/** A moment, relative first and absolute on the same line. Without `now` it is told absolutely. */
export function Instant({ at, now, zone = "UTC", form = "both" }: InstantProps) {
  const absolute = instantText(at, zone);
  const dateTime = new Date(at).toISOString();
  if (form === "day") {
    return (
      <time dateTime={dateTime} title={absolute} className="whitespace-nowrap">
        {dayText(at, zone)}
      </time>
    );
  }
  if (now === undefined || form === "absolute") return <time dateTime={dateTime}>{absolute}</time>;
  const relative = relativeText(at, now);
  if (form === "relative") {
    return (
      <time dateTime={dateTime} title={absolute} className="whitespace-nowrap">
        {relative}
      </time>
    );
  }
  return (
    <time dateTime={dateTime}>
      {relative} <span className="text-soft">({absolute})</span>
    </time>
  );
}
