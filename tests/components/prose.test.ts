import fc from "fast-check";
import { Parser } from "htmlparser2";
import { describe, expect, test } from "vitest";
import { MAX_DEPTH } from "#app/_components/markdown-depth.ts";
import { markdownToHtml } from "#app/_components/markdown-to-html.ts";
import { times } from "#tests/support/chance.ts";
import { countedWork } from "#tests/support/counted-work.ts";

const PARSER = /\/(markdown-it|mdurl|entities|linkify-it)\/|markdown-(depth|quote|to-html|unseen)/;

/** What the HTML shows, how deep it goes, and each of its elements as it is written. */
function shown(html: string) {
  let [text, depth, deepest] = ["", 0, 0];
  const elements: string[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      depth += 1;
      deepest = Math.max(deepest, depth);
      elements.push([name, ...Object.keys(attributes)].join(" "));
    },
    onclosetag() {
      depth -= 1;
    },
    ontext(part) {
      text += part;
    },
  });
  parser.end(html);
  return { text, deepest, elements };
}

describe("Markdown", () => {
  test("becomes paragraphs, emphasis, lists and links", () => {
    expect(markdownToHtml("A *b* **c**\n\n- d")).toBe(
      "<p>A <em>b</em> <strong>c</strong></p>\n<ul>\n<li>d</li>\n</ul>",
    );
  });

  test("has headings that start below those of the page", () => {
    expect(markdownToHtml("# One\n\n##### Five")).toBe("<h3>One</h3>\n<h6>Five</h6>");
  });

  test("has links that lead away without a recommendation", () => {
    expect(markdownToHtml("[x](https://example.org) <https://example.org/y>")).toBe(
      '<p><a href="https://example.org" rel="nofollow noopener ugc">x</a> <a href="https://example.org/y" rel="nofollow noopener ugc">https://example.org/y</a></p>',
    );
  });

  test.each([
    "The price <threshold> was reached, so x<y and z>w.",
    "a <b> c </b> <!-- d --> <e@f",
    "<details>\nhidden\n</details>",
    "1 < 2 && 3 > 2",
    "vector<int> v; if (a<b && c>d) {}",
  ])("shows what stands between < and > as it was typed: %s", (markdown) => {
    expect(shown(markdownToHtml(markdown)).text.trim()).toBe(markdown);
  });

  test.each([
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:x)",
    "[x](&#106;avascript:alert(1))",
    "<javascript:alert(1)>",
    "[x](//example.org)",
    "![tracker](https://example.org/pixel.gif)",
    '<a href="javascript:alert(1)" onclick="alert(1)">x</a>',
    "<style>body{display:none}</style>",
    "<iframe src=https://example.org></iframe>",
    "<svg onload=alert(1)>",
    '[x](https://example.org "title" onclick=alert(1))',
    '```" onclick="alert(1)\ncode\n```',
  ])("lets nothing survive that runs, frames or reports back: %s", (markdown) => {
    for (const element of shown(markdownToHtml(markdown)).elements)
      expect(element).toMatch(/^(p|br|hr|h[3-6]|em|strong|blockquote|ul|ol|li|code|pre|a href rel)$/);
  });
});

/** Pieces that parsers of Markdown are known to read again and again, or to nest. */
const PIECES = [
  ..."*_`[](){}<>&#!\\~-+= \t\n".split(""),
  ...["*a_", "**", "_a ", "***a", "[a](", '[a](b "', "[a](<b", "![", "[[a](b)](c)", "``", "```\n", "\n> ", "\n>>- "],
  ...["\n- ", "- ", "1. ", "\n    ", "  \n", "\n=\n", "\n# ", "[a]: b\n", "[a][", "<a:", "<x@", "&#", "\u0301", "é"],
];

describe("however a text is made", () => {
  const hostile = fc
    .tuple(fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 5 }), fc.integer({ min: 200, max: 800 }))
    .map(([pieces, times]) => pieces.join("").repeat(times));

  test("the work grows with its length and no faster: eight times the text, at most about eight times the work", {
    timeout: 120_000,
  }, async () => {
    await countedWork(PARSER, () => markdownToHtml("warm *up*"));
    const short = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 5 });
    const property = fc.asyncProperty(short, async (pieces) => {
      const unit = pieces.join("");
      const times = Math.ceil(2000 / unit.length);
      const once = await countedWork(PARSER, () => markdownToHtml(unit.repeat(times)));
      const eightfold = await countedWork(PARSER, () => markdownToHtml(unit.repeat(8 * times)));
      // Work with the square of the length would be 64 times as much.
      expect(eightfold).toBeLessThan(20 * once);
    });
    await fc.assert(property, { numRuns: times(300), examples: PIECES.map((piece) => [[piece]]) });
  });

  test("the count of work sees a parser that reads a text again from each of its places", async () => {
    const { pairsOfPlaces } = await import("#tests/components/quadratic.ts");
    const words = "a ".repeat(200);
    const once = await countedWork(/quadratic/, () => pairsOfPlaces(words));
    const eightfold = await countedWork(/quadratic/, () => pairsOfPlaces(words.repeat(8)));
    expect(eightfold).toBeGreaterThan(50 * once);
  });

  test("it goes no deeper than a page can show, says all that was typed, and holds only what is allowed", () => {
    fc.assert(
      fc.property(hostile, (markdown) => {
        const { deepest, elements } = shown(markdownToHtml(markdown));
        expect(deepest).toBeLessThanOrEqual(2 * MAX_DEPTH + 4);
        for (const element of new Set(elements))
          expect(element).toMatch(/^(p|br|hr|h[3-6]|em|strong|blockquote|ul|ol( start)?|li|code|pre|a href rel)$/);
      }),
      { numRuns: times(150), examples: PIECES.map((piece) => [piece.repeat(3000)]) },
    );
  });

  test.each([
    [">", "quotes"],
    ["- ", "lists"],
    ["> - 1. ", "quotes and lists"],
  ])("what lies too deep among %j is shown as plain text", (mark) => {
    const { text } = shown(markdownToHtml(`${mark.repeat(2000)}the end *of it*\n\nand after`));
    expect(text).toContain("the end *of it*");
    expect(text).toContain("and after");
  });

  test("emphasis within emphasis keeps its marks when it lies too deep", () => {
    const { text, deepest } = shown(markdownToHtml(`${"*a **b ".repeat(30)}core${" c** d*".repeat(30)}`));
    expect(deepest).toBeLessThanOrEqual(MAX_DEPTH + 1);
    expect(text).toContain("core");
    expect(text).toContain("*a **b core c** d*");
  });
});
