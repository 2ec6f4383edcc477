import { afterEach, expect, test } from "vitest";
import { createCaller } from "#server/api/root.ts";
import { importEvents } from "#tests/support/as-requested.ts";
import { eventFacts } from "#tests/support/event-facts.ts";
import { anAnswer, aQuestion, pastForecasts } from "#tests/support/forecasting.ts";
import { someone } from "#tests/support/people.ts";
import { visitCriteria, visitDraft } from "#tests/support/questions.ts";
import { testDatabase } from "#tests/support/test-database.ts";

/** Promise F9 in the services: what is stored, scored and told of times is the same under every zone of the server's process. */
const ZONES = ["UTC", "Pacific/Auckland", "America/St_Johns"];
const zoneBefore = process.env.TZ;
afterEach(() => {
  if (zoneBefore === undefined) delete process.env.TZ;
  else process.env.TZ = zoneBefore;
});

const at = (text: string) => new Date(text);
const FILE = [
  "id,headline,type,date,until,url",
  "1,Leap day,CONSULT.visit,2024-02-29,,https://example.org/1",
  "2,Clocks go back,CONSULT.visit,2025-04-06,2025-04-07,https://example.org/2",
  "3,An instant,CONSULT.visit,2025-03-09T02:30:00-03:30,,https://example.org/3",
].join("\n");

/** A question's life in the past, an event, a file of events and statements about the log, as they are stored and told. */
async function livedUnder(zone: string): Promise<{ figures: string; naive: string }> {
  process.env.TZ = zone;
  const database = await testDatabase();
  const db = database.prisma;
  const [moderator, admin, ada, ben] = [
    await someone(db, "moderator", "mo"),
    await someone(db, "admin", "ad"),
    await someone(db, "forecaster", "ada"),
    await someone(db, "forecaster", "ben"),
  ];
  const caller = createCaller({ ...moderator, now: at("2026-03-08T07:00:00Z") });
  const { id: topicId, slug } = await caller.topic.create({ title: "Days", summary: "Made up.", isFictional: true });
  const { id: eventId } = await caller.event.log({ topicId, ...eventFacts() });
  await importEvents({ ...moderator, now: new Date() }, { topicId, format: "csv", fileName: "a.csv", text: FILE });
  const span = { coversFrom: at("2025-03-30T01:00:00Z"), coversUntil: at("2025-10-26T01:00:00Z") };
  await caller.coverage.sign({ topicId, types: [], actors: [], ...span, note: "" });
  const window = { from: Date.UTC(2025, 2, 29, 13), until: Date.UTC(2025, 9, 26, 13), zone: "Pacific/Auckland" };
  const dates = { opensAt: at("2025-03-30T00:30:00Z"), closesAt: at("2025-09-27T14:30:00Z") };
  const drafted = await caller.question.draft(
    visitDraft(topicId, { ...dates, slug: "drafted", criteria: visitCriteria(window) }),
  );
  // It closes with the last millisecond of a season, and lives through a change of clocks in each of the zones.
  const question = await aQuestion(db, moderator, {
    opensAt: at("2025-03-01T00:00:00Z"),
    closesAt: at("2025-09-30T23:59:59.999Z"),
    topicId,
  });
  await pastForecasts(db, question, [
    { by: ada, atHour: 0, probabilities: [0.8] },
    { by: ben, atHour: 700, probabilities: [0.4] },
    { by: ada, atHour: 4_400, probabilities: [0.6] },
  ]);
  await anAnswer(db, question, { outcome: "yes", knownAtHour: 4_800 });
  const reader = createCaller({ ...admin, now: at("2026-03-08T07:00:00Z") });
  const told = [
    await reader.event.byId({ eventId }),
    (await reader.inbox.list({ topicId })).items.map(({ occurredFrom, headline }) => [headline, occurredFrom]),
    (await reader.coverage.list({ topicId })).map(({ coversFrom, coversUntil }) => [coversFrom, coversUntil]),
    await reader.question.draftToRevise({ slug: "drafted" }),
    (await reader.score.ofQuestion({ slug: question.slug })).scores,
    await reader.board.read({ season: "2025-q3", metric: "peer" }),
    await database.run(
      "SELECT season, count(*)::int AS scores FROM (SELECT to_char(closes_at, 'YYYY-MM-DD HH24:MI:SS.MS') AS season FROM questions) s GROUP BY season ORDER BY season",
    ),
    [slug, drafted.id.length],
  ];
  const naive = JSON.stringify([new Date(2025, 2, 30).getTime(), question.closesAt.toString()]);
  await database.close();
  const ids = /[0-9a-f]{8}-[0-9a-f-]{27}/g;
  // When this test ran is no figure of it.
  const today = /"20\d\d-\d\d-\d\dT[^"]*"/g;
  const recent = (text: string) => (Date.now() - Date.parse(text.slice(1, -1)) < 3_600_000 ? '"now"' : text);
  return { figures: JSON.stringify(told).replaceAll(ids, "id").replaceAll(today, recent), naive };
}

test("F9: under every zone the same is stored, scored and told; and days read off the server's clock would not be", async () => {
  const all = [];
  for (const zone of ZONES) all.push(await livedUnder(zone));
  const [first, ...others] = all;
  expect(first?.figures.length).toBeGreaterThan(2000);
  for (const { figures } of others) expect(figures).toBe(first?.figures);
  expect(new Set(all.map(({ naive }) => naive)).size).toBe(ZONES.length);
});
