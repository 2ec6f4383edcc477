interface Joining {
  readonly slug: string;
  readonly weight?: number;
}

const WEIGHT = /^[×x]?(\d+(?:\.\d+)?)$/i;

/**
 * The questions in what somebody pasted: whole links or only the last part of their addresses, each perhaps with a weight
 * behind it ("will-it-rain 0.5"). Of an address that comes twice the first counts.
 */
export function questionAddresses(text: string): Joining[] {
  const found = new Map<string, Joining>();
  let last: Joining | undefined;
  for (const word of text.split(/[\s,]+/)) {
    const weight = WEIGHT.exec(word)?.[1];
    if (weight !== undefined && last) {
      if (found.get(last.slug) === last) found.set(last.slug, { ...last, weight: Number(weight) });
      last = undefined;
      continue;
    }
    const path = word.replace(/[?#].*$/, "").replace(/\/+$/, "");
    const slug = path.split("/questions/").at(-1)?.split("/")[0] ?? "";
    if (slug === "") continue;
    last = { slug };
    if (!found.has(slug)) found.set(slug, last);
  }
  return [...found.values()];
}
