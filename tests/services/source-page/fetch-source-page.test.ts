import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { readEnv } from "#server/env.ts";
import { logEvent } from "#services/event/log-event.ts";
import { outboundWhen } from "#services/outbound.ts";
import { fetchSourcePage } from "#services/source-page/fetch-source-page.ts";
import { mayFetchSourcePage, sourcePagesOfEvent } from "#services/source-page/queries.ts";
import { databaseNow } from "#services/transact.ts";
import { eventFacts, source } from "#tests/support/event-facts.ts";
import { htmlPage, type PageServer, servePages } from "#tests/support/page-server.ts";
import { anonymous, job, someone } from "#tests/support/people.ts";
import { someTopic } from "#tests/support/questions.ts";
import { testDatabase } from "#tests/support/test-database.ts";

let database: Database;
let pages: PageServer;
let moderator: Awaited<ReturnType<typeof someone>>;
let html = "";
beforeAll(async () => {
  database = await testDatabase();
  moderator = await someone(database.prisma, "moderator");
  pages = await servePages((request, response) => htmlPage(html)(request, response));
});
afterAll(() => Promise.all([database.close(), pages.close()]));

const words = (text: string) =>
  `<title>${text}</title><meta property="og:site_name" content="Gazette"><time datetime="2026-02-06T12:00:00Z">`;
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const reading = (url: string, ctx = moderator) => fetchSourcePage({ ...ctx, outbound: pages.outbound }, { url });
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 10));
const rowsOf = (url: string) => database.prisma.sourcePage.findMany({ where: { url } });

describe("reading the page of a source", () => {
  test("keeps what it says of itself, its hash and the database's time, with one audit row", async () => {
    html = words("Envoys meet");
    const url = "https://gazette.example.org/kept";
    const before = await databaseNow(database.prisma);
    const view = await reading(url.replace("https", "http"));
    expect(view).toMatchObject({
      finalUrl: "http://gazette.example.org/kept",
      status: 200,
      mediaType: "text/html",
      title: "Envoys meet",
      publisher: "Gazette",
      publishedAt: new Date("2026-02-06T12:00:00Z"),
      sha256: sha256(html),
      bytes: html.length,
      fetchedByName: moderator.actor.name,
      before: null,
    });
    expect(view.fetchedAt.getTime()).toBeGreaterThanOrEqual(before.getTime());
    const [row] = await rowsOf(view.url);
    const acts = await database.prisma.auditEntry.findMany({ where: { subjectId: row?.id ?? "" } });
    const details = { url: view.url, sha256: sha256(html) };
    expect(acts).toMatchObject([{ action: "fetch-source-page", subjectKind: "source_page", details }]);
  });

  test("is kept for good: no reading can be changed or taken away", async () => {
    await reading("http://gazette.example.org/for-good");
    const where = { url: "http://gazette.example.org/for-good" };
    const change = database.prisma.sourcePage.updateMany({ where, data: { title: "Otherwise" } });
    await expect(change).rejects.toThrow("record_must_not_change");
    await expect(database.prisma.sourcePage.deleteMany({ where })).rejects.toThrow("record_must_not_change");
    await expect(database.run("TRUNCATE source_pages")).rejects.toThrow("record_must_not_change");
  });

  test("again tells whether it changed, and an event shows the reading that stood at an instant", async () => {
    const url = "http://gazette.example.org/again";
    const cited = eventFacts({ sources: [source({ url }), source({ url: "http://gazette.example.org/unread" })] });
    const { id: eventId } = await logEvent(moderator, { topicId: await someTopic(moderator), ...cited });
    const reader = anonymous(database.prisma);
    expect(await sourcePagesOfEvent(reader, { eventId })).toEqual([]);
    html = words("Envoys meet");
    const first = await reading(url);
    await aMoment();
    const asOf = await databaseNow(database.prisma);
    await aMoment();
    const second = await reading(url);
    expect(second.before).toEqual({ sha256: second.sha256, fetchedAt: first.fetchedAt });
    await aMoment();
    html = words("Envoys do not meet");
    const third = await reading(url);
    expect(third.before).toEqual({ sha256: first.sha256, fetchedAt: second.fetchedAt });
    expect(third.sha256).not.toBe(first.sha256);
    expect(await sourcePagesOfEvent(reader, { eventId })).toEqual([third]);
    expect(await sourcePagesOfEvent(reader, { eventId, asOf })).toEqual([first]);
    expect(await rowsOf(url)).toHaveLength(3);
  });

  test("that is refused writes nothing", async () => {
    const before = await database.prisma.auditEntry.count();
    const url = "http://inside.example.org/";
    const outbound = { ...pages.outbound, resolve: async () => ["127.0.0.1"] };
    const refused = fetchSourcePage({ ...moderator, outbound }, { url });
    await expect(refused).rejects.toMatchObject({ code: "page_address_must_be_public", field: "url" });
    expect([await rowsOf(url), await database.prisma.auditEntry.count()]).toEqual([[], before]);
    expect(pages.reached()).toBe(0);
  });

  test.each([
    "file:///etc/passwd",
    "gopher://gazette.example.org/",
    "https://localhost./",
    "http://127.0.0.1/",
    "gazette",
  ])("is refused for %s, with a word on why", async (url) => {
    const code = "page_address_must_be_public";
    await expect(reading(url)).rejects.toMatchObject({ code, values: { reason: expect.any(String) } });
  });

  test("is for moderators and admins", async () => {
    const before = pages.requests.length;
    const url = "http://gazette.example.org/mine";
    const code = "actor_must_be_permitted";
    await expect(reading(url, await someone(database.prisma))).rejects.toMatchObject({ code });
    const outside = { outbound: pages.outbound };
    const nobody = fetchSourcePage({ ...anonymous(database.prisma), ...outside }, { url });
    await expect(nobody).rejects.toMatchObject({ code: "actor_must_be_signed_in" });
    const nightly = fetchSourcePage({ ...job(database.prisma), ...outside }, { url });
    await expect(nightly).rejects.toMatchObject({ code: "actor_must_be_signed_in" });
    expect(pages.requests.length).toBe(before);
    expect(await reading(url, await someone(database.prisma, "admin"))).toMatchObject({ status: 200 });
  });

  test("is done thirty times a minute by one person, and the thirty-first asks nobody", async () => {
    const eager = await someone(database.prisma, "moderator");
    html = words("Often");
    for (let done = 0; done < 30; done++) await reading(`http://gazette.example.org/often/${done}`, eager);
    const before = pages.requests.length;
    const code = "attempts_must_stay_within_limit";
    await expect(reading("http://gazette.example.org/often/30", eager)).rejects.toMatchObject({ code });
    expect(pages.requests.length).toBe(before);
    await reading("http://gazette.example.org/often/30", moderator);
  });
});

describe("an instance that is not told to read pages", () => {
  test("is what every instance is by default, and a wrong word does not switch it on", async () => {
    expect(readEnv({}).PARLEY_FETCH_SOURCES).toBe("off");
    expect(readEnv({ PARLEY_FETCH_SOURCES: "" }).PARLEY_FETCH_SOURCES).toBe("off");
    expect(() => readEnv({ PARLEY_FETCH_SOURCES: "true" })).toThrow("PARLEY_FETCH_SOURCES");
    expect(outboundWhen("off")).toBeUndefined();
    expect(outboundWhen("on")).toMatchObject({ ports: [80, 443], deadlineMs: 5000, maxBytes: 1e6, maxRedirects: 3 });
  });

  test("offers it to nobody, and refuses it by name", async () => {
    const before = pages.requests.length;
    const url = "http://gazette.example.org/off";
    const refused = fetchSourcePage(moderator, { url });
    await expect(refused).rejects.toMatchObject({ code: "fetching_must_be_switched_on", kind: "forbidden" });
    const on = { outbound: pages.outbound };
    const member = await someone(database.prisma);
    expect([moderator, { ...member, ...on }, { ...moderator, ...on }].map(mayFetchSourcePage)).toEqual([
      false,
      false,
      true,
    ]);
    expect([pages.requests.length, await rowsOf(url)]).toEqual([before, []]);
  });
});
