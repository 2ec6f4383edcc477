import { describe, expect, test } from "vitest";
import { factsOfBody } from "#services/source-page/facts-of-body.ts";
import { pageFacts } from "#services/source-page/page-facts.ts";

const NOON = new Date("2026-02-06T12:00:00Z");
const article = (content: string) => `<meta property="article:published_time" content="${content}">`;
const linked = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

describe("what a page says of itself", () => {
  test.each([
    ["<title>Envoys\n  meet &amp; talk</title>", "Envoys meet & talk"],
    ["<title>Envoys meet | Gazette</title><meta property='og:title' content='Envoys meet'>", "Envoys meet"],
    ["<title></title>", null],
    ["<!-- <title>Hidden</title> --><script>'<title>Written</title>'</script><title>Shown</title>", "Shown"],
    ["<title>First</title><svg><title>Second</title></svg>", "First"],
    ["<TITLE>Envoys &lt;b&gt;meet</TITLE>", "Envoys <b>meet"],
    ["<title>مذاکرات می‌شود</title>", "مذاکرات می‌شود"],
    ["<title>\u202eturned\u2066 \u0000about</title>", "turned about"],
    [`<title>${"x".repeat(400)}</title>`, "x".repeat(300)],
    ["no page at all", null],
    ["<title>Never closed", "Never closed"],
  ])("is titled by %s", (html, title) => {
    expect(pageFacts(html).title).toBe(title);
  });

  test.each([
    [article("2026-02-06T12:00:00Z"), NOON],
    [article("2026-02-06T16:00:00+04:00"), NOON],
    [article("2026-02-06T16:00:00.000+0400"), NOON],
    [article("2026-02-06 12:00Z"), NOON],
    [linked({ "@type": "NewsArticle", datePublished: "2026-02-06T12:00:00Z" }), NOON],
    [linked({ "@graph": [{ "@type": "WebPage" }, { datePublished: "2026-02-06T12:00:00Z" }] }), NOON],
    ['<article><time datetime="2026-02-06T12:00:00Z">6 February</time></article>', NOON],
    [`${article("soon")}${linked({ datePublished: "2026-02-06T12:00:00Z" })}`, NOON],
    [`${linked("{")}<script type="application/ld+json">{"datePublished":</script>`, null],
    // A date alone, and a time by nobody's clock, would have to be guessed at.
    [article("2026-02-06"), null],
    [article("2026-02-06T12:00:00"), null],
    [article("2026-02-30T99:00:00Z"), null],
    [article("0001-02-06T12:00:00Z"), null],
    [article("Fri, 6 Feb 2026 12:00:00 GMT"), null],
  ])("was published by its own account: %s", (html, publishedAt) => {
    expect(pageFacts(html).publishedAt).toEqual(publishedAt);
  });

  test("is published by the site it names", () => {
    expect(pageFacts('<meta property="og:site_name" content=" Example Gazette ">').publisher).toBe("Example Gazette");
    expect(pageFacts("<title>x</title>").publisher).toBeNull();
  });

  test("is read in the encoding that its server or itself names, and as far as it can be in none that is known", () => {
    const arabic = Buffer.concat([
      Buffer.from("<meta charset=windows-1256><title>"),
      Buffer.from([0xd3, 0xe1, 0xc7, 0xe3]),
    ]);
    const read = (charset: string | null, mediaType = "text/html") => factsOfBody({ body: arabic, charset, mediaType });
    expect(read(null).title).toBe("سلام");
    expect(read("windows-1256").title).toBe("سلام");
    expect(read("iso-8859-1").title).toBe("ÓáÇã");
    expect(read("no-such-encoding").title).toMatch(/^\ufffd+$/);
    expect(read(null, "text/plain").title).toBeNull();
  });

  // Closing what was never opened takes the parser longer the deeper it is: a megabyte of it, half a minute.
  test("is looked for no deeper than people nest a page, nor further in structured data than there is any", () => {
    const nested = `<title>Deep</title>${"<i>".repeat(150_000)}${"</b>".repeat(130_000)}${article("2026-02-06T12:00:00Z")}`;
    expect(pageFacts(nested)).toMatchObject({ title: "Deep", publishedAt: null });
    const wide = linked(Array.from({ length: 100_000 }, () => [{}]));
    expect(pageFacts(wide).publishedAt).toBeNull();
    expect(pageFacts(`<script type="application/ld+json">${"[".repeat(500_000)}</script>`).publishedAt).toBeNull();
  });
});
