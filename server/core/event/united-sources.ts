import { sameWordsKey } from "./independence-groups.ts";

/** What of a source tells whether it is cited already, and where it comes from. */
export interface CitedSource {
  readonly url: string;
  readonly independenceGroup?: string | undefined;
  readonly quote?: string | null | undefined;
}

/**
 * The sources of an event together with those of its duplicate: each page once, and a source of the duplicate that prints the same
 * words as one that is cited already is filed under that one's origin, so that merging never makes two origins of one.
 *
 * @example
 * unitedSources([{ url: "https://a.example/1" }], [{ url: "https://a.example/1" }, { url: "https://b.example/2" }]).length; // => 2
 */
export function unitedSources<Source extends CitedSource>(
  current: readonly Source[],
  duplicates: readonly Source[],
): Source[] {
  const cited = new Set(current.map(({ url }) => url));
  const groupOf = new Map(current.map(({ quote, independenceGroup }) => [sameWordsKey(quote), independenceGroup]));
  const added = duplicates.filter(({ url }) => !cited.has(url));
  return [
    ...current,
    ...added.map((source) => {
      const words = sameWordsKey(source.quote);
      const group = words === undefined ? undefined : groupOf.get(words);
      return group === undefined ? source : { ...source, independenceGroup: group };
    }),
  ];
}

/**
 * The sources of an event without those that a merge had brought: of `now`, what was cited before the merge or has been
 * cited since. When nothing else would be left, all stay: an event has a source.
 *
 * @example
 * partedSources([{ url: "a" }, { url: "b" }], [{ url: "a" }], [{ url: "a" }, { url: "b" }]); // => [{ url: "a" }]
 */
export function partedSources<Source extends { readonly url: string }>(
  now: readonly Source[],
  before: readonly { readonly url: string }[],
  after: readonly { readonly url: string }[],
): readonly Source[] {
  const had = new Set(before.map(({ url }) => url));
  const brought = new Set(after.map(({ url }) => url).filter((url) => !had.has(url)));
  const left = now.filter(({ url }) => !brought.has(url));
  return left.length > 0 ? left : now;
}
