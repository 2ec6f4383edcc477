import MarkdownIt from "markdown-it";
import { showDeepPartsAsTyped } from "./markdown-depth.ts";
import { quote } from "./markdown-quote.ts";
import { showUnseenAsTyped } from "./markdown-unseen.ts";

/**
 * What people's text may hold. No HTML, which is shown as it was typed. No images: they report who reads. No definitions of
 * links apart from where they are used: a short text could repeat a long one a thousand times. No rule reads a text again
 * from each of its places, so that the work grows with the length and no faster; a test counts it.
 */
const RULES = [
  ...["blockquote", "code", "fence", "heading", "hr", "lheading", "list"],
  ...["autolink", "backticks", "balance_pairs", "emphasis", "entity", "escape", "fragments_join", "link", "newline"],
];
const SAFE_LINK = /^https?:\/\//i;

const md = new MarkdownIt("zero", { maxNesting: 20 }).enable(RULES);
md.validateLink = (url) => SAFE_LINK.test(url);
md.block.ruler.at("blockquote", quote, { alt: ["paragraph", "reference", "blockquote", "list"] });
md.core.ruler.push("fit_into_page", ({ tokens }) => {
  for (const token of tokens) {
    // A text's own headings start below the page's h1 and h2.
    const heading = /^h([1-6])$/.exec(token.tag);
    if (heading) token.tag = `h${Math.min(6, Number(heading[1]) + 2)}`;
    // The language of code would become a class of the page.
    token.info = "";
    // Its links earn nobody a rank.
    for (const child of token.children ?? []) {
      if (child.type !== "link_open") continue;
      child.attrs = [
        ["href", child.attrGet("href") ?? ""],
        ["rel", "nofollow noopener ugc"],
      ];
    }
  }
});
showUnseenAsTyped(md);
showDeepPartsAsTyped(md);

/** Markdown as HTML that is safe to show, whoever wrote it, in time linear in its length. */
export function markdownToHtml(markdown: string): string {
  return md.render(markdown).trim();
}
