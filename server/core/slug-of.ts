/**
 * The part of a web address that stands for a title: small ASCII letters and digits joined by hyphens, at most 80
 * characters, cut between words. Empty when the title has no letter that Latin script can tell.
 *
 * @example
 * slugOf("The Muscat channel, 2026"); // => "the-muscat-channel-2026"
 * slugOf("Écoles & cafés"); // => "ecoles-cafes"
 * slugOf("مسقط"); // => ""
 */
export function slugOf(title: string): string {
  const words =
    title
      .normalize("NFKD")
      .replaceAll(/\p{M}/gu, "")
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  let slug = "";
  for (const word of words) {
    const longer = slug === "" ? word.slice(0, LONGEST) : `${slug}-${word}`;
    if (longer.length > LONGEST) break;
    slug = longer;
  }
  return slug;
}

const LONGEST = 80;
