import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { inboxCounts } from "#services/inbox/list-inbox.ts";
import { decideInbox, importEvents, listInbox } from "#tests/support/as-requested.ts";
import { someone } from "#tests/support/people.ts";
import { publishedQuestion, someTopic, visitDraft } from "#tests/support/questions.ts";
import { testDatabase } from "#tests/support/test-database.ts";

let database: Database;
let moderator: Awaited<ReturnType<typeof someone>>;
beforeAll(async () => {
  database = await testDatabase();
  moderator = await someone(database.prisma, "moderator");
});
afterAll(() => database.close());

const HEADER = "id,headline,type,date,country,place,actors,url";
const line = (id: number, change: Partial<Record<"headline" | "type" | "date" | "url", string>> = {}) => {
  const {
    headline = `Visit ${id}`,
    type = "CONSULT.visit",
    date = "2026-02-06",
    url = `https://example.org/${id}`,
  } = change;
  return `${id},${headline},${type},${date},OMN,Muscat,IRN:initiator;OMN:recipient,${url}`;
};
const file = (...lines: string[]) => [HEADER, ...lines].join("\n");
const bring = (topicId: string, text: string, isPreview = false) =>
  importEvents(moderator, { topicId, format: "csv", fileName: "visits.csv", text, isPreview });

describe("an imported file", () => {
  test("is told by the lines of the file where a quoted cell goes over several and lines are empty", async () => {
    const topicId = await someTopic(moderator);
    const report = await bring(
      topicId,
      file(line(1, { headline: '"Visit,\nof two days"' }), "", line(2, { type: "PARLEY" }), line(3, { date: "never" })),
    );
    expect(report.faults.map(({ line: at }) => at)).toEqual([5, 6]);
    expect(report.added).toBe(1);
  });

  test("waits in the topic's inbox, but for bad rows, which are named by line and reason", async () => {
    const topicId = await someTopic(moderator);
    const report = await bring(
      topicId,
      file(line(1), line(2, { type: "PARLEY" }), line(3, { date: "yesterday" }), line(1), line(4, { url: "ftp://x" })),
    );
    expect(report).toMatchObject({ rows: 5, added: 1, known: 0, repeated: 1, leftOut: 3 });
    expect(report.unmapped).toEqual([{ name: "PARLEY", count: 1 }]);
    expect(report.faults.map(({ line: at, rule }) => [at, rule])).toEqual([
      [3, "type_must_be_mapped"],
      [4, "date_must_be_readable"],
      [6, "source_must_be_on_the_web"],
    ]);
    const { items, waiting } = await listInbox(moderator, { topicId });
    expect([waiting, items[0]?.headline, items[0]?.source?.url]).toEqual([1, "Visit 1", "https://example.org/1"]);
  });

  test("adds nothing a second time, nor does a row that came by another file", async () => {
    const topicId = await someTopic(moderator);
    expect((await bring(topicId, file(line(1), line(2)))).added).toBe(2);
    expect(await bring(topicId, file(line(1), line(2)))).toMatchObject({ added: 0, known: 2, repeated: 0 });
    expect(await bring(topicId, file(line(2), line(3)))).toMatchObject({ added: 1, known: 1, repeated: 0 });
    expect((await inboxCounts(moderator)).find((row) => row.topicId === topicId)?.waiting).toBe(3);
  });

  test("is looked at before anything is written", async () => {
    const topicId = await someTopic(moderator);
    const report = await bring(topicId, file(line(1), line(2, { type: "x" })), true);
    expect(report).toMatchObject({
      rows: 2,
      leftOut: 1,
      added: 0,
      sample: [{ headline: "Visit 1", type: "CONSULT.visit" }],
    });
    expect((await listInbox(moderator, { topicId })).waiting).toBe(0);
  });

  test("that is none is refused whole, and only moderators bring one in", async () => {
    const topicId = await someTopic(moderator);
    const json = importEvents(moderator, { topicId, format: "json", fileName: "x", text: "{" });
    await expect(json).rejects.toMatchObject({ code: "import_must_be_readable" });
    const other = await someone(database.prisma);
    const refused = importEvents(other, { topicId, format: "csv", fileName: "x", text: file(line(1)) });
    await expect(refused).rejects.toMatchObject({ code: "actor_must_be_permitted" });
  });
});

describe("the inbox", () => {
  test("is asked by type, actor and place, page by page", async () => {
    const topicId = await someTopic(moderator);
    await bring(topicId, file(line(1), line(2, { type: "AID", date: "2026-02-07" }), line(3, { date: "2026-02-08" })));
    const visits = await listInbox(moderator, { topicId, type: "CONSULT", actor: "IRN", place: "musc", limit: 1 });
    expect([visits.waiting, visits.fitting, visits.items.map(({ headline }) => headline)]).toEqual([3, 2, ["Visit 3"]]);
    const next = await listInbox(moderator, { topicId, type: "CONSULT", limit: 1, cursor: visits.nextCursor ?? "" });
    expect([next.items.map(({ headline }) => headline), next.nextCursor]).toEqual([["Visit 1"], null]);
    expect((await listInbox(moderator, { topicId, actor: "USA" })).fitting).toBe(0);
  });

  test("lets an event into the log once, and asks the questions that it touches", async () => {
    const topicId = await someTopic(moderator);
    const { slug } = await publishedQuestion(moderator, visitDraft(topicId));
    const at = new Date(Date.now() - 3_600_000).toISOString();
    await bring(topicId, file(line(1, { date: at }), line(2, { date: "2999-01-01" })));
    const ids = (await listInbox(moderator, { topicId })).items.map(({ id }) => id);
    const [one, other] = await Promise.all([
      decideInbox(moderator, { topicId, ids, decision: "accept" }),
      decideInbox(moderator, { topicId, ids, decision: "accept" }),
    ]);
    expect(one.decided + other.decided).toBe(1);
    expect([...one.proposals, ...other.proposals].map((question) => question.slug)).toEqual([slug]);
    expect(one.refused.length + other.refused.length).toBeGreaterThan(0);
    expect(await database.prisma.event.count({ where: { topicId } })).toBe(1);
    const { items } = await listInbox(moderator, { topicId });
    expect(items.map(({ headline }) => headline)).toEqual(["Visit 2"]);
  });

  test("shows the event that cites the same page, and lets go of what is dismissed", async () => {
    const topicId = await someTopic(moderator);
    await bring(topicId, file(line(1)));
    const [first] = (await listInbox(moderator, { topicId })).items;
    await decideInbox(moderator, { topicId, ids: [first?.id ?? ""], decision: "accept" });
    await bring(topicId, file(line(9, { url: "https://example.org/1" })));
    const [second] = (await listInbox(moderator, { topicId })).items;
    expect(second?.duplicate?.headline).toBe("Visit 1");
    await decideInbox(moderator, { topicId, ids: [second?.id ?? ""], decision: "dismiss" });
    expect((await listInbox(moderator, { topicId })).waiting).toBe(0);
    expect(await database.prisma.event.count({ where: { topicId } })).toBe(1);
  });
});
