import { type PageFacts, pageFacts } from "./page-facts.ts";
import type { ReadPage } from "./read-page.ts";

const NOTHING: PageFacts = { title: null, publisher: null, publishedAt: null, charset: null };

/** What a page that was read says of itself, in the encoding that its server or itself names. Plain text says nothing. */
export function factsOfBody({ body, charset, mediaType }: Pick<ReadPage, "body" | "charset" | "mediaType">): PageFacts {
  if (mediaType === "text/plain") return NOTHING;
  const facts = pageFacts(textOf(body, charset));
  if (charset !== null || facts.charset === null || facts.charset === "utf-8") return facts;
  return pageFacts(textOf(body, facts.charset));
}

function textOf(body: Buffer, charset: string | null): string {
  try {
    return new TextDecoder(charset ?? "utf-8").decode(body);
  } catch {
    return new TextDecoder().decode(body);
  }
}
