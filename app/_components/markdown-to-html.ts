import rehypeSanitize, { defaultSchema, type Options } from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";

interface HtmlNode {
  type: string;
  tagName?: string;
  properties?: Record<string, unknown>;
  children?: HtmlNode[];
}

/** What people's text may hold: no images (they tell others who reads), no forms, links to the web and mail only. */
const schema: Options = {
  ...defaultSchema,
  tagNames: [
    "p",
    "br",
    "hr",
    "h3",
    "h4",
    "h5",
    "h6",
    "em",
    "strong",
    "del",
    "blockquote",
    "ul",
    "ol",
    "li",
    "code",
  ].concat(["pre", "a"]),
  attributes: { a: ["href", "rel"], ol: ["start"] },
  protocols: { href: ["http", "https", "mailto"] },
};

/** A text's own headings start below the page's h1 and h2; its links earn nobody a rank. */
function fitIntoPage() {
  return (tree: HtmlNode) => visit(tree);
}

function visit(node: HtmlNode): void {
  const heading = /^h([1-6])$/.exec(node.tagName ?? "");
  if (heading !== null) node.tagName = `h${Math.min(6, Number(heading[1]) + 2)}`;
  if (node.tagName === "a") node.properties = { ...node.properties, rel: "nofollow noopener ugc" };
  for (const child of node.children ?? []) visit(child);
}

const toHtml = unified()
  .use(remarkParse)
  .use(remarkRehype)
  .use(fitIntoPage)
  .use(rehypeSanitize, schema)
  .use(rehypeStringify)
  .freeze();

/** Markdown as HTML that is safe to show, whoever wrote it: HTML inside the text is dropped, and so is what may run. */
export function markdownToHtml(markdown: string): string {
  return String(toHtml.processSync(markdown));
}
