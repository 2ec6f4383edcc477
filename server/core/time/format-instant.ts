import { wallClock, zoneOffsetMinutes } from "./wall-clock.ts";

/**
 * The names of the months are our own, not the runtime's, so that a sentence made today has the same bytes on every
 * machine and with every edition of the locale data.
 */
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/**
 * An instant as a clock in a zone shows it, to the minute.
 *
 * @example
 * formatInstant(Date.UTC(2026, 3, 7, 19, 59), "Asia/Muscat"); // => "7 April 2026, 23:59"
 */
export function formatInstant(at: number, zone: string): string {
  const { hour, minute } = wallClock(at, zone);
  return `${formatDate(at, zone)}, ${twoDigits(hour)}:${twoDigits(minute)}`;
}

/**
 * The calendar date in a zone at an instant.
 *
 * @example
 * formatDate(Date.UTC(2026, 3, 7, 22), "Asia/Muscat"); // => "8 April 2026"
 */
export function formatDate(at: number, zone: string): string {
  const { year, month, day } = wallClock(at, zone);
  return `${day} ${MONTHS[month - 1]} ${year}`;
}

/**
 * A zone in words, with its offset at an instant.
 *
 * @example
 * zoneInWords("Asia/Muscat", 0); // => "Muscat time (UTC+4)"
 * zoneInWords("America/St_Johns", 0); // => "St Johns time (UTC−3:30)"
 * zoneInWords("UTC", 0); // => "UTC"
 */
export function zoneInWords(zone: string, at: number): string {
  if (zone === "UTC" || zone === "Etc/UTC") return "UTC";
  const offset = zoneOffsetMinutes(at, zone);
  const hours = Math.floor(Math.abs(offset) / 60);
  const minutes = Math.abs(offset) % 60;
  const clock = minutes === 0 ? `${hours}` : `${hours}:${twoDigits(minutes)}`;
  const city = zone.slice(zone.lastIndexOf("/") + 1).replaceAll("_", " ");
  return `${city} time (UTC${offset < 0 ? "−" : "+"}${clock})`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
