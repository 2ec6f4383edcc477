import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { type EventDraft, emptyDraft, emptySource } from "#app/(site)/admin/events/_components/draft/event-draft.ts";
import { withPageRead } from "#app/(site)/admin/events/_components/draft/with-page-read.ts";
import { withPasted } from "#app/(site)/admin/events/_components/draft/with-pasted.ts";
import { SourceRow } from "#app/(site)/admin/events/_components/sources/source-row.tsx";
import { PageReading } from "#app/(site)/events/[id]/_components/page-reading.tsx";

const url = "https://www.gazette.example/envoys-meet";
const page = {
  url,
  title: "Envoys meet in Muscat",
  publisher: "Example Gazette",
  publishedAt: new Date("2026-02-06T12:00:00Z"),
};
const cited = (changes: Partial<EventDraft["sources"][number]> = {}): EventDraft => ({
  ...emptyDraft("t"),
  zone: "Asia/Muscat",
  sources: [{ ...emptySource(), url, ...changes }, emptySource()],
});
const keyOf = (draft: EventDraft) => draft.sources[0]?.key ?? 0;
const read = (draft: EventDraft, told = page) => withPageRead(draft, keyOf(draft), told);

describe("what a page says of itself", () => {
  test("fills what is empty, by the clocks of the form", () => {
    const { headline, sources } = read(cited());
    expect(headline).toBe("Envoys meet in Muscat");
    const told = { title: page.title, publisher: "Example Gazette", published: "2026-02-06T16:00" };
    expect(sources).toMatchObject([told, { title: "", publisher: "", published: "" }]);
  });

  test("never replaces what was typed", () => {
    const typed = { title: "My words", publisher: "Reuters", published: "2026-02-05T09:00" };
    const changes = read({ ...cited(typed), headline: "Mine" });
    expect(changes).toMatchObject({ headline: "Mine", sources: [typed, {}] });
  });

  test("takes the place of what the form guessed from the address", () => {
    const address = "https://www.gazette.example/2026/02/06/envoys-meet-again-in-muscat";
    const draft = withPasted(emptyDraft("t"), address);
    expect(draft).toMatchObject({
      headline: "Envoys meet again in muscat",
      sources: [{ publisher: "gazette.example" }],
    });
    const { title, publisher } = page;
    expect(read(draft, { ...page, url: address })).toMatchObject({ headline: title, sources: [{ title, publisher }] });
    const silent = { url: address, title: null, publisher: null, publishedAt: null };
    expect(withPageRead(draft, keyOf(draft), silent)).toMatchObject({
      headline: draft.headline,
      sources: draft.sources,
    });
  });

  test("leaves empty what the page does not say, but for the publisher, whom the address names", () => {
    const changes = withPageRead(cited(), -1, page);
    expect(changes).toEqual({});
    const draft = cited();
    const silent = { url, title: null, publisher: null, publishedAt: null };
    const filled = withPageRead(draft, keyOf(draft), silent);
    expect(filled).toMatchObject({
      headline: "",
      sources: [{ title: "", publisher: "gazette.example", published: "" }, {}],
    });
  });

  test("comes too late when the source cites another page by then", () => {
    expect(read(cited({ url: "https://other.example/x" }))).toEqual({});
  });
});

describe("the button that has the server read a page", () => {
  const row = { index: 0, suggestedGroup: "", errors: {}, onChange: () => undefined, onRemove: () => undefined };
  const shown = (address: string, canRead: boolean) => {
    const source = { ...emptySource(), url: address };
    const onRead = canRead ? { onRead: () => undefined } : {};
    return renderToStaticMarkup(<SourceRow {...row} {...onRead} source={source} />);
  };
  test("is not there where the server reads no pages", () => {
    expect(shown(url, false)).not.toContain("Read the page");
  });

  test("waits for an address", () => {
    const button = /<button[^>]*aria-label="Read the page of source 1"[^>]*>/;
    expect(button.exec(shown(url, true))?.[0]).not.toContain("disabled=");
    expect(button.exec(shown("gazette", true))?.[0]).toContain("disabled=");
  });
});

describe("a reading of a page", () => {
  const served = { ...page, finalUrl: url, status: 200, mediaType: "text/html", bytes: 1234, fetchedByName: "Mo" };
  const fetchedAt = new Date("2026-02-07T00:00:00Z");
  const shown = (sha256: string, before: string | null, citedAs = page.title) =>
    renderToStaticMarkup(
      <PageReading
        citedAs={citedAs}
        page={{ ...served, fetchedAt, sha256, before: before ? { sha256: before, fetchedAt: new Date(0) } : null }}
      />,
    );
  const [one, other] = ["a".repeat(64), "b".repeat(64)];
  test("shows twelve digits of its hash, and all of them to whoever looks", () => {
    const html = shown(one, null);
    expect(html).toContain(`title="${one}">${one.slice(0, 12)}<`);
    expect(html).toContain(`>${one}<`);
    expect(html).not.toContain("since");
  });

  test("shows the title that the page has, when it is cited by another", () => {
    expect(shown(one, null).split(page.title)).toHaveLength(2);
    expect(shown(one, null, "Envoys meet")).toContain(`<bdi>“${page.title}”</bdi>`);
  });

  test("tells whether the page had changed", () => {
    expect(shown(one, one)).toContain("unchanged since");
    expect(shown(one, other)).toMatch(/ · changed since/);
    expect(shown(one, other)).toContain(other);
  });
});
