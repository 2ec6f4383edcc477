import { Parser } from "htmlparser2";
import { withoutUnseen } from "#core/text/text-fault.ts";
import { claimedInstant } from "./claimed-instant.ts";
import { datePublished } from "./date-published.ts";

/** What a page says of itself. Nothing of it is checked, and it is stored as the page's claim. */
export interface PageFacts {
  readonly title: string | null;
  /** The name of the site. */
  readonly publisher: string | null;
  readonly publishedAt: Date | null;
  /** The encoding of its characters, if it names one. */
  readonly charset: string | null;
}

const CHUNK = 8192;
/** No page that people wrote is nested deeper; closing what was never opened costs time with the depth. */
const DEEPEST = 2000;

/** Reads what a page says of itself, by the parts of HTML that are for this. */
export function pageFacts(html: string): PageFacts {
  const metas = new Map<string, string>();
  const [titles, dates, scripts]: [string[], string[], string[]] = [[], [], []];
  let depth = 0;
  let heard: ((text: string) => void) | undefined;
  const into = (texts: string[]) => {
    const place = texts.push("") - 1;
    heard = (text) => {
      texts[place] += text;
    };
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      depth++;
      if (name === "meta") keepMeta(metas, attributes);
      else if (name === "title") into(titles);
      else if (name === "script" && attributes.type?.trim().toLowerCase() === "application/ld+json") into(scripts);
      else if (name === "time" && attributes.datetime) dates.push(attributes.datetime);
    },
    ontext: (text) => heard?.(text),
    onclosetag() {
      depth--;
      heard = undefined;
    },
  });
  for (let at = 0; at < html.length && depth < DEEPEST; at += CHUNK) parser.write(html.slice(at, at + CHUNK));
  const claims = [metas.get("article:published_time"), ...scripts.map(datePublished), dates[0]];
  return {
    title: plainText(metas.get("og:title"), 300) ?? plainText(titles[0], 300),
    publisher: plainText(metas.get("og:site_name"), 120),
    publishedAt: claims.map(claimedInstant).find((at) => at !== null) ?? null,
    charset: metas.get("charset") ?? null,
  };
}

/** The first of each name counts. */
function keepMeta(metas: Map<string, string>, { property, name, content, charset }: Record<string, string>): void {
  const key = (property ?? name)?.trim().toLowerCase();
  if (key !== undefined && content !== undefined && !metas.has(key)) metas.set(key, content);
  if (charset !== undefined && !metas.has("charset")) metas.set("charset", charset.trim().toLowerCase());
}

/** One line, in the form in which people's texts are kept, without what nobody sees. */
function plainText(text: string | undefined, longest: number): string | null {
  const line = withoutUnseen((text ?? "").replaceAll(/[\s\p{Cc}]+/gu, " ").normalize("NFC")).trim();
  return line === "" ? null : withoutUnseen(line.slice(0, longest));
}
