/** The topic that an address names, or the first one; undefined when there is none at all. */
export function chosenTopic<Topic extends { readonly slug: string }>(
  topics: readonly Topic[],
  slug: string | undefined,
): Topic | undefined {
  return topics.find((topic) => topic.slug === slug) ?? topics[0];
}
