/** The first paragraph of a Markdown text as plain words, for a list. */
export function openingOf(markdown: string): string {
  const paragraph = markdown.split(/\n\s*\n/).find((part) => !/^\s*([#>|`]|[-*+] |\d+\. )/.test(part)) ?? markdown;
  return paragraph
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replaceAll(/[*_`#>]/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();
}
