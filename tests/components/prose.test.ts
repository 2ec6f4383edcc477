import { expect, test } from "vitest";
import { markdownToHtml } from "#app/_components/markdown-to-html.ts";

test("Markdown becomes paragraphs, emphasis, lists and links", () => {
  expect(markdownToHtml("A *b* **c**\n\n- d")).toBe("<p>A <em>b</em> <strong>c</strong></p>\n<ul>\n<li>d</li>\n</ul>");
});

test("a text's headings start below those of the page", () => {
  expect(markdownToHtml("# One\n\n##### Five")).toBe("<h3>One</h3>\n<h6>Five</h6>");
});

test("links of people's texts lead away without a recommendation", () => {
  expect(markdownToHtml("[x](https://example.org)")).toBe(
    '<p><a href="https://example.org" rel="nofollow noopener ugc">x</a></p>',
  );
});

test.each([
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "[x](javascript:alert(1))",
  "[x](JaVaScRiPt:alert(1))",
  "[x](data:text/html;base64,PHNjcmlwdD4=)",
  "[x](vbscript:x)",
  "![tracker](https://example.org/pixel.gif)",
  '<a href="javascript:alert(1)" onclick="alert(1)">x</a>',
  "<style>body{display:none}</style>",
  "<iframe src=https://example.org></iframe>",
  "<svg onload=alert(1)>",
])("nothing that runs, frames or reports back survives: %s", (markdown) => {
  const html = markdownToHtml(markdown);
  expect(html).not.toMatch(
    /<(script|img|style|iframe|svg|form|input|object|embed)|javascript:|data:|vbscript:| on\w+=/i,
  );
});
