/** Structured data of a page is a few dozen things; a page that holds more is not searched to its end. */
const MAX_THINGS = 10_000;

/** The first `datePublished` in a page's structured data (JSON-LD), outermost first. */
export function datePublished(json: string): string | undefined {
  const waiting: unknown[] = [parsed(json)];
  for (let next = 0; next < waiting.length && next < MAX_THINGS; next++) {
    const thing = waiting[next];
    if (typeof thing !== "object" || thing === null) continue;
    if ("datePublished" in thing && typeof thing.datePublished === "string") return thing.datePublished;
    for (const part of Object.values(thing)) if (typeof part === "object") waiting.push(part);
  }
  return undefined;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
