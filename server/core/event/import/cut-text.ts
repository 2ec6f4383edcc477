/**
 * A text of at most so many UTF-16 units: its beginning, and never half a character.
 *
 * @example
 * cutText("Muscat", 3); // => "Mus"
 * cutText("ab🕊", 3); // => "ab"
 */
export function cutText(text: string, most: number): string {
  return text.slice(0, most).replace(/[\ud800-\udbff]$/, "");
}
