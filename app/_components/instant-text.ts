const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format is slow, so each zone's is made once. `en-US`, whose short months are the same in every browser. */
function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    year: "numeric",
    month: "short",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  formats.set(zone, made);
  return made;
}

type Clock = Readonly<Record<"year" | "month" | "day" | "hour" | "minute", string>>;

function clockOf(at: number, zone: string): Clock {
  const clock = { year: "", month: "", day: "", hour: "", minute: "" };
  for (const { type, value } of formatOf(zone).formatToParts(at)) if (type in clock) clock[type as keyof Clock] = value;
  return clock;
}

/** The day in a zone: "7 Apr 2026". */
export function dayText(at: number, zone = "UTC"): string {
  const { day, month, year } = clockOf(at, zone);
  return `${day} ${month} ${year}`;
}

/** The day without its year, for axes and lists within one year: "7 Apr". */
export function shortDayText(at: number, zone = "UTC"): string {
  const { day, month } = clockOf(at, zone);
  return `${day} ${month}`;
}

/** The month with its year: "Apr 2026". */
export function monthText(at: number, zone = "UTC"): string {
  const { month, year } = clockOf(at, zone);
  return `${month} ${year}`;
}

/** The whole instant, with the zone it is given in: "7 Apr 2026, 23:59 Asia/Muscat". */
export function instantText(at: number, zone = "UTC"): string {
  const { day, month, year, hour, minute } = clockOf(at, zone);
  return `${day} ${month} ${year}, ${hour}:${minute} ${zone}`;
}
