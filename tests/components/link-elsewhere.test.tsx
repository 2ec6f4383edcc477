import MarkdownIt from "markdown-it";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { Prose } from "#app/_components/prose.tsx";
import { EvidenceList } from "#app/_resolution/evidence-list.tsx";
import { InboxRow } from "#app/(site)/admin/events/inbox/_components/inbox-row.tsx";
import { SourceItem } from "#app/(site)/events/[id]/_components/source-item.tsx";

/** Promise I2: what others wrote leads to pages of the web alone, without a recommendation, and hides nothing. */
const at = new Date("2026-02-06T12:00:00Z");
const said = { publisher: "Gazette", title: "News", publishedAt: at, tier: "press" as const };
const happened = { headline: "Envoys meet", type: "CONSULT.visit", occurredFrom: at, occurredUntil: at };
const source = { ...said, id: "s", independenceGroup: "a", quote: null, language: "en" };
const nothing = () => {};

/** Every component that makes a link of others' words; the tidy test of links finds no other. */
const SHOWN: Record<string, (url: string) => ReactNode> = {
  "a source of an event": (url) => (
    <SourceItem source={{ ...source, url, archiveUrl: null }} page={undefined} canRead={false} />
  ),
  "an archived copy": (url) => (
    <SourceItem
      source={{ ...source, url: "https://example.org/a", archiveUrl: url }}
      page={undefined}
      canRead={false}
    />
  ),
  "the evidence for an answer": (url) => (
    <EvidenceList
      evidence={[{ ...happened, eventId: "e", precision: "instant", sources: [{ ...said, url }] }]}
      coverage={[]}
    />
  ),
  "an event that waits": (url) => (
    <InboxRow
      item={{
        ...happened,
        id: "i",
        description: "",
        actors: [],
        country: null,
        placeName: null,
        duplicate: null,
        source: { publisher: "Gazette", url },
      }}
      isChosen={false}
      isPending={false}
      onToggle={nothing}
      onDecide={nothing}
    />
  ),
  "Markdown, with words": (url) => <Prose markdown={`[News](<${url}>)`} />,
  "Markdown, as it is": (url) => <Prose markdown={`<${url}>`} />,
};

const LED = [
  "https://example.org/a?b=c#d",
  "http://example.org/a",
  "HTTPS://EXAMPLE.ORG/X",
  "https://xn--e1afmkfd.xn--p1ai/a",
];
const NOT_LED = [
  ...[
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    " javascript:alert(1)",
    "java\tscript:alert(1)",
    "data:text/html,x",
  ],
  ...[
    "vbscript:x",
    "file:///etc/passwd",
    "ftp://example.org/",
    "mailto:a@example.org",
    "tel:1",
    "blob:https://a.org/x",
  ],
  ...["//example.org/", "/admin", "example.org", "https:example.org", "javascript://example.org/%0aalert(1)", ""],
  ...["view-source:https://example.org", "intent://example.org#Intent;scheme=https;end", "x-parley:a", "about:blank"],
];
/** The elements `a` that lead elsewhere, whole. */
const linksOf = (html: string) => [...html.matchAll(/<a [^>]*>/g)].map(([link]) => link);
const isWhole = (link: string) =>
  /href="https?:\/\//i.test(link) &&
  /rel="nofollow (noopener ugc|ugc noopener)"/.test(link) &&
  !link.includes("target=");
const ours = (link: string) => /href="\/(events|questions)\//.test(link);
const strangeLinks = (html: string) => linksOf(html).filter((link) => !ours(link) && !isWhole(link));

describe.each(Object.entries(SHOWN))("I2: %s", (_, show) => {
  test.each(LED)("leads to %s, without a recommendation", (url) => {
    const html = renderToStaticMarkup(show(url));
    expect(strangeLinks(html)).toEqual([]);
    expect(linksOf(html).filter((link) => link.toLowerCase().includes(url.split("#")[0]!.toLowerCase()))).toHaveLength(
      1,
    );
  });

  test.each(NOT_LED)("does not lead to %j", (url) => {
    const html = renderToStaticMarkup(show(url));
    expect(strangeLinks(html)).toEqual([]);
    expect(linksOf(html).filter((link) => !link.includes("example.org/a") && !ours(link))).toEqual([]);
  });
});

test.each([
  '<a href="javascript:alert(1)" rel="nofollow ugc noopener">x</a>',
  '<a href="https://example.org" rel="noopener">x</a>',
  '<a href="https://example.org">x</a>',
  '<a href="mailto:a@example.org" rel="nofollow ugc noopener">x</a>',
])("what I2 would catch: %s", (html) => expect(strangeLinks(html)).toHaveLength(1));

describe("I2: what nobody sees, and what turns the direction of writing, is shown where an entity or an escape writes it", () => {
  const UNSEEN = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\u00ad\ufeff\u061c]/;
  test.each([
    ["&#x202e;gnp.exe", "&amp;#x202e;gnp.exe"],
    ["&#8238;gnp.exe", "&amp;#8238;gnp.exe"],
    ["a&rlm;b", "a&amp;rlm;b"],
    ["a&lrm;b", "a&amp;lrm;b"],
    ["a&ZeroWidthSpace;b", "a&amp;ZeroWidthSpace;b"],
    ["a&#8203;b", "a&amp;#8203;b"],
    ["a&shy;b", "a&amp;shy;b"],
    ["a&NoBreak;b", "a&amp;NoBreak;b"],
    ["*a&#x2066;b*", "a&amp;#x2066;b"],
    ["[a&#x202e;b](https://example.org)", "a&amp;#x202e;b"],
    ["# a&zwj;b", "a&amp;zwj;b"],
    ["<https://example.org/%E2%80%AEgnp.exe>", ">https://example.org/%E2%80%AEgnp.exe<"],
    ["<https://xn--80ak6aa92e.com/>", ">https://xn--80ak6aa92e.com/<"],
  ])("%s", (markdown, shown) => {
    const html = renderToStaticMarkup(<Prose markdown={markdown} />);
    expect(html).toContain(shown);
    expect(html).not.toMatch(UNSEEN);
  });

  test("what I2 would catch: Markdown as it is usually rendered", () => {
    expect(new MarkdownIt().render("a&#x202e;gnp.exe")).toMatch(UNSEEN);
    expect(new MarkdownIt().render("<https://example.org/%E2%80%AEgnp.exe>")).toMatch(UNSEEN);
  });

  test("and what is seen is what its entity stands for", () => {
    expect(renderToStaticMarkup(<Prose markdown="a&nbsp;&mdash;&eacute;&#x41;" />)).toContain("a\u00a0—éA");
  });
});
