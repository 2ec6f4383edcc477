const UNKNOWN = "Unknown program";
const MAX_CHARACTERS = 1_000;

/** The first that fits: most programs also name those they imitate. */
const PROGRAMS: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(A|iOS)?\//, "Edge"],
  [/\bOPR\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\b(Firefox|FxiOS)\//, "Firefox"],
  [/\b(Chrome|CriOS|HeadlessChrome)\//, "Chrome"],
  [/\bSafari\//, "Safari"],
  [/\bcurl\//, "curl"],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\b(iPhone|iPad|iPod)\b/, "iOS"],
  [/\bAndroid\b/, "Android"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b/, "macOS"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bLinux\b/, "Linux"],
];

/**
 * The program and system that a `User-Agent` header claims, in a few words by which a person knows their own devices again.
 * Versions are left out: they would tell more than is needed. What is not known is said to be so.
 *
 * Units and range: the first 1,000 characters are read; at most 30 are given.
 * Source: RFC 9110 section 10.1.5; MDN, Browser detection using the user agent.
 *
 * @example
 * agentName("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"); // => "Firefox on Linux"
 * agentName("curl/8.5.0"); // => "curl"
 * agentName(undefined); // => "Unknown program"
 */
export function agentName(userAgent: string | undefined): string {
  const text = userAgent?.slice(0, MAX_CHARACTERS) ?? "";
  const nameIn = (table: typeof PROGRAMS) => table.find(([pattern]) => pattern.test(text))?.[1];
  const program = nameIn(PROGRAMS);
  const system = nameIn(SYSTEMS);
  return program && system ? `${program} on ${system}` : (program ?? system ?? UNKNOWN);
}
