import { slugOf } from "#core/slug-of.ts";

/** What of a source tells its origin. */
export interface SourceOrigin {
  readonly publisher: string;
  readonly title: string;
  readonly quote?: string | null | undefined;
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
const LEAST_QUOTE = 40;

/**
 * The independence group of each source of one event: stated, or suggested. Sources that print the same words, or
 * credit the same news agency, are of one origin; otherwise each publisher is its own.
 *
 * @example
 * independenceGroups([{ publisher: "The Daily Star", title: "Envoys meet (Reuters)" }, { publisher: "Reuters", title: "Envoys meet" }]); // => ["reuters", "reuters"]
 * independenceGroups([{ publisher: "The White House", title: "Statement" }]); // => ["the-white-house"]
 */
export function independenceGroups(sources: readonly SourceOrigin[]): string[] {
  const groupOfQuote = new Map<string, string>();
  return sources.map((source) => {
    const words = quoteKey(source.quote);
    const group =
      source.independenceGroup || (words && groupOfQuote.get(words)) || agencyOf(source) || publisherKey(source);
    if (words && !groupOfQuote.has(words)) groupOfQuote.set(words, group);
    return group;
  });
}

/** The words of a quote, whatever their case, punctuation and spacing; undefined when there are too few. */
function quoteKey(quote: string | null | undefined): string | undefined {
  const words =
    (quote ?? "")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(" ") ?? "";
  return words.length >= LEAST_QUOTE ? words : undefined;
}

function agencyOf({ publisher, title }: SourceOrigin): string | undefined {
  return AGENCIES.find(([, mark]) => mark.test(publisher) || mark.test(creditOf(title)))?.[0];
}

/** Where a title credits somebody: in brackets, or after the last dash or bar. */
function creditOf(title: string): string {
  return [...title.matchAll(/[([][^)\]]*[)\]]|[–—|-]\s*([^–—|-]*)$/g)].map((match) => match[1] ?? match[0]).join(" ");
}

function publisherKey({ publisher }: SourceOrigin): string {
  return slugOf(publisher) || publisher.trim().toLowerCase();
}
