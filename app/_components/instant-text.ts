const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;
const formats = new Map<string, Intl.DateTimeFormat>();

interface Clock {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly hour: string;
  readonly minute: string;
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  formats.set(zone, made);
  return made;
}

function clockOf(at: number, zone: string): Clock {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(at)
      .map((part) => [part.type, part.value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? "";
  const month = MONTHS[Number(part("month")) - 1] ?? "";
  return { year: part("year"), month, day: String(Number(part("day"))), hour: part("hour"), minute: part("minute") };
}

/** The day in a zone: "7 Apr 2026". Month names are our own, since those of browsers and servers differ. */
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

/** The whole instant, with the zone it is told in: "7 Apr 2026, 23:59 Asia/Muscat". */
export function instantText(at: number, zone = "UTC"): string {
  const { day, month, year, hour, minute } = clockOf(at, zone);
  return `${day} ${month} ${year}, ${hour}:${minute} ${zone}`;
}
