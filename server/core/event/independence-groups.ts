import { slugOf } from "#core/slug-of.ts";

/** What of a source tells its origin. */
export interface SourceOrigin {
  readonly publisher: string;
  readonly title: string;
  readonly quote?: string | null | undefined;
  /** Epoch milliseconds; copies of one story appear close together. */
  readonly publishedAt?: number | undefined;
  /** What a moderator stated; it goes before every suggestion. */
  readonly independenceGroup?: string | undefined;
}

/** News agencies whose wire copy others print, by the marks with which they are credited. */
const AGENCIES: readonly (readonly [group: string, mark: RegExp])[] = [
  ["reuters", /\bReuters\b/],
  ["associated-press", /\bAssociated Press\b|[([]AP[)\]]|^AP\b/],
  ["afp", /\bAgence France-Presse\b|\bAFP\b/],
  ["dpa", /\bdpa\b|\bDeutsche Presse-Agentur\b/],
  ["xinhua", /\bXinhua\b/],
  ["tass", /\bTASS\b/],
  ["irna", /\bIRNA\b|\bIslamic Republic News Agency\b/],
  ["oman-news-agency", /\bOman News Agency\b|[([]ONA[)\]]/],
  ["anadolu", /\bAnadolu\b/],
  ["kyodo", /\bKyodo\b/],
];
/** Shorter quotes may agree by chance. */
const MIN_QUOTE = 40;
/** So may shorter titles, and those of articles that lie further apart than a story is printed. */
const MIN_TITLE = 30;
const SAME_STORY_MS = 36 * 3_600_000;
const CREDIT = /[([][^)\]]*[)\]]|[–—|-]\s*([^–—|-]*)$/g;

/**
 * The independence group of each source of one event: stated, or suggested. Sources that print the same words, or
 * credit the same news agency, or carry the same long title within a day and a half, are of one origin; otherwise each
 * publisher is its own.
 *
 * @example
 * independenceGroups([{ publisher: "The Daily Star", title: "Envoys meet (Reuters)" }, { publisher: "Reuters", title: "Envoys meet" }]); // => ["reuters", "reuters"]
 * independenceGroups([{ publisher: "The White House", title: "Statement" }]); // => ["the-white-house"]
 */
export function independenceGroups(sources: readonly SourceOrigin[]): string[] {
  const groupOfQuote = new Map<string, string>();
  const told: { title: string; at: number; group: string }[] = [];
  return sources.map((source) => {
    const words = sameWordsKey(source.quote);
    const title = wordsOf(source.title.replaceAll(CREDIT, " "));
    const at = source.publishedAt ?? Number.NaN;
    const copied = told.find((other) => other.title === title && Math.abs(other.at - at) <= SAME_STORY_MS);
    const group =
      source.independenceGroup ||
      (words && groupOfQuote.get(words)) ||
      agencyOf(source) ||
      copied?.group ||
      publisherKey(source);
    if (words && !groupOfQuote.has(words)) groupOfQuote.set(words, group);
    if (title.length >= MIN_TITLE) told.push({ title, at, group });
    return group;
  });
}

/**
 * What two quotes of the same words share, whatever their case, punctuation and spacing; undefined for too few words.
 *
 * @example
 * sameWordsKey("“We agreed to meet AGAIN,” said both of the envoys."); // => "we agreed to meet again said both of the envoys"
 * sameWordsKey("We agreed."); // => undefined
 */
export function sameWordsKey(quote: string | null | undefined): string | undefined {
  const words = wordsOf(quote ?? "");
  return words.length >= MIN_QUOTE ? words : undefined;
}

function wordsOf(text: string): string {
  return (
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(" ") ?? ""
  );
}

function agencyOf({ publisher, title }: SourceOrigin): string | undefined {
  return AGENCIES.find(([, mark]) => mark.test(publisher) || mark.test(creditOf(title)))?.[0];
}

/** Where a title credits somebody: in brackets, or after the last dash or bar. */
function creditOf(title: string): string {
  return [...title.matchAll(CREDIT)].map((match) => match[1] ?? match[0]).join(" ");
}

function publisherKey({ publisher }: SourceOrigin): string {
  return slugOf(publisher) || publisher.trim().toLowerCase();
}
