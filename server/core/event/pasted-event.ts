/** What a pasted text tells of an event; what it does not tell is left out. */
export interface PastedEvent {
  readonly url?: string;
  readonly headline?: string;
  /** The date it names: `2026-02-06`. */
  readonly date?: string;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const URL_IN_TEXT = /https?:\/\/[^\s<>"]+/i;
const MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?";
const DATES: readonly (readonly [pattern: RegExp, year: number, month: number, day: number])[] = [
  [/\b(\d{4})-(\d{2})-(\d{2})\b/, 1, 2, 3],
  [new RegExp(`\\b(\\d{1,2})\\.?\\s+${MONTH},?\\s+(\\d{4})\\b`, "i"), 3, 2, 1],
  [new RegExp(`\\b${MONTH}\\s+(\\d{1,2}),?\\s+(\\d{4})\\b`, "i"), 3, 1, 2],
];
/** Newspapers put the date into the path: /2026/02/06/ or /2026/feb/06/. */
const PATH_DATE = /\/(\d{4})\/(\d{1,2}|[a-z]{3})\/(\d{1,2})(?:\/|-|$)/i;
/** Fewer words of an address are a section's name, not a headline. */
const MIN_WORDS = 4;

/**
 * What can be read from a text that was pasted: an address, a headline and a date, in any order. Where only an address
 * is given, its path may name the date and the words of the headline.
 *
 * @example
 * pastedEvent("Envoys meet in Muscat, 6 February 2026"); // => { headline: "Envoys meet in Muscat", date: "2026-02-06" }
 * pastedEvent("https://news.example/2026/02/06/envoys-meet-again-in-muscat"); // => { url: "https://news.example/2026/02/06/envoys-meet-again-in-muscat", headline: "Envoys meet again in muscat", date: "2026-02-06" }
 */
export function pastedEvent(text: string): PastedEvent {
  const url = URL_IN_TEXT.exec(text)?.[0];
  const words = url === undefined ? text : text.replace(url, " ");
  const found = dateIn(words);
  const left = (found === undefined ? words : words.replace(found.text, " "))
    .replaceAll(/\s+/g, " ")
    .replaceAll(/^[\s,;:|–—-]+|[\s,;:|–—(-]+$/g, "");
  const headline = left === "" ? headlineOf(url) : left;
  const date = found?.date ?? dateOf(url);
  return {
    ...(url === undefined ? {} : { url }),
    ...(headline === undefined ? {} : { headline }),
    ...(date === undefined ? {} : { date }),
  };
}

function dateIn(text: string): { text: string; date: string } | undefined {
  for (const [pattern, year, month, day] of DATES) {
    const match = pattern.exec(text);
    const date = match ? wholeDate(match[year], match[month], match[day]) : undefined;
    if (match && date !== undefined) return { text: match[0], date };
  }
  return undefined;
}

function dateOf(url: string | undefined): string | undefined {
  const match = PATH_DATE.exec(url ?? "");
  return match ? wholeDate(match[1], match[2], match[3]) : undefined;
}

/** The date of these three, when there is such a day in the calendar. */
function wholeDate(year = "", month = "", day = ""): string | undefined {
  const named = MONTHS.indexOf(month.slice(0, 3).toLowerCase());
  const number = named >= 0 ? named + 1 : Number(month);
  const date = `${year}-${String(number).padStart(2, "0")}-${day.padStart(2, "0")}`;
  const at = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date) ? date : undefined;
}

function headlineOf(url: string | undefined): string | undefined {
  const last = (url ?? "")
    .replace(/[?#].*$/, "")
    .split("/")
    .findLast((part) => part !== "");
  const words = (last ?? "")
    .replace(/\.\w{2,5}$/, "")
    .split("-")
    .filter((word) => /^\p{L}/u.test(word));
  if (words.length < MIN_WORDS) return undefined;
  const text = words.join(" ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}
