import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { earlyAdvantage } from "#core/attribution/early-advantage.ts";
import type { QuestionRange } from "#core/question/question-range.ts";
import type { Database } from "#db/client.ts";
import { effectsInTopic } from "#services/attribution/effects-in-topic.ts";
import { effectsOfEvent } from "#services/attribution/effects-of-event.ts";
import { logEvent } from "#services/event/log-event.ts";
import { setEventStatus } from "#services/event/revise-event.ts";
import { createTopic } from "#services/topic/create-topic.ts";
import { eventFacts, source } from "#tests/support/event-facts.ts";
import { aQuestion, pastForecasts } from "#tests/support/forecasting.ts";
import { anonymous, someone } from "#tests/support/people.ts";
import { testDatabase } from "#tests/support/test-database.ts";

const HOUR_MS = 3_600_000;
const OPENS = Date.UTC(2026, 0, 1);
/** Two hundred hours after the opening. */
const REPORTED = new Date(OPENS + 200 * HOUR_MS);

let database: Database;
let moderator: Awaited<ReturnType<typeof someone>>;
let [early, late, still]: (typeof moderator)[] = [];
let topic: { id: string; slug: string };
let eventId: string;
beforeAll(async () => {
  database = await testDatabase();
  moderator = await someone(database.prisma, "moderator");
  [early, late, still] = [
    await someone(database.prisma, "forecaster", "Early"),
    await someone(database.prisma, "forecaster", "Late"),
    await someone(database.prisma, "forecaster", "Still"),
  ];
  topic = await createTopic(moderator, { title: "The harbour", summary: "A story." });
  ({ id: eventId } = await logEvent(moderator, {
    topicId: topic.id,
    ...eventFacts({
      occurredFrom: new Date(REPORTED.getTime() - HOUR_MS),
      occurredUntil: REPORTED,
      sources: [source({ publishedAt: REPORTED })],
    }),
  }));
});
afterAll(() => database.close());

interface Asked {
  revealAt?: Date;
  options?: string[];
  range?: QuestionRange;
}

/** A distribution over a range with its median at a location, and something left for the rest of it. */
function centredAt(location: number): number[] {
  const half = (at: number) => (at < location ? at / location / 2 : 0.5 + (at - location) / (1 - location) / 2);
  return Array.from({ length: 201 }, (_, i) => half(i / 200));
}

/** Early moves 50 hours before the report, Late 10 hours after it, Still never. */
async function moved({ revealAt, options, range }: Asked = {}) {
  const times = { opensAt: new Date(OPENS), closesAt: new Date(Date.now() + 1000 * HOUR_MS), topicId: topic.id };
  const question = await aQuestion(database.prisma, moderator, {
    ...times,
    ...(revealAt ? { revealAt } : {}),
    ...(options ? { options } : {}),
    ...(range ? { range } : {}),
  });
  const say = (p: number) => (range ? centredAt(p) : options ? [(1 - p) / 2, p, (1 - p) / 2] : [p]);
  await pastForecasts(database.prisma, question, [
    { by: early!, atHour: 1, probabilities: say(0.3) },
    { by: late!, atHour: 1, probabilities: say(0.3) },
    { by: still!, atHour: 1, probabilities: say(0.3) },
    { by: early!, atHour: 150, probabilities: say(0.7) },
    { by: late!, atHour: 210, probabilities: say(0.8) },
  ]);
  return question;
}

const ofEvent = (asOf?: Date) => effectsOfEvent(anonymous(database.prisma), { eventId, ...(asOf ? { asOf } : {}) });

describe("what an event moved", () => {
  test("is nothing while no question was open", async () => {
    expect(await ofEvent()).toMatchObject({ reportedAt: REPORTED, questions: [], unmoved: 0, hidden: 0 });
  });

  test("is told by the crowd before the report, a day and three days after it, and by who moved", async () => {
    const { slug } = await moved();
    const { questions, hidden } = await ofEvent();
    const told = questions.find((question) => question.slug === slug);
    expect(hidden).toBe(0);
    expect(told).toMatchObject({ option: null, moverCount: 1 });
    expect(told?.before).toBeLessThan(told?.dayLater ?? 0);
    expect(told?.dayLater).toBe(told?.threeDaysLater);
    expect(told?.change).toBeCloseTo((told?.threeDaysLater ?? 0) - (told?.before ?? 0), 12);
    expect(told?.movers).toMatchObject([{ name: "Late", dayBefore: 0.3, before: 0.3, dayLater: 0.8 }]);
  });

  test("names who had moved there before, by the stated formula", async () => {
    const [told] = (await ofEvent()).questions;
    const { before, threeDaysLater } = told!;
    expect(told?.early).toMatchObject([{ name: "Early", from: 0.3, to: 0.7 }]);
    expect(told?.early[0]?.movedAt).toEqual(new Date(OPENS + 150 * HOUR_MS));
    const stated = { kind: "binary", forecast: [0.7], before: [before!], after: [threeDaysLater!] } as const;
    expect(told?.early[0]?.advantage).toBeCloseTo(earlyAdvantage(stated), 12);
  });

  test("of a multiple choice is told by the option that moved most", async () => {
    const { slug } = await moved({ options: ["red", "green", "blue"] });
    const told = (await ofEvent()).questions.find((question) => question.slug === slug);
    expect(told).toMatchObject({ option: "green", movers: [{ name: "Late", dayLater: 0.8 }] });
  });

  test("of a number is told by the median, and who was early by the whole distribution", async () => {
    const range = { min: 0, max: 50, zeroPoint: null, openLower: false, openUpper: false, unit: "ships" };
    const { slug } = await moved({ range });
    const told = (await ofEvent()).questions.find((question) => question.slug === slug);
    expect(told).toMatchObject({ range, option: null, movers: [{ name: "Late" }], early: [{ name: "Early" }] });
    const [mover] = told?.movers ?? [];
    expect([mover?.before, mover?.dayLater].map((at) => at?.toFixed(3))).toEqual(["0.300", "0.800"]);
    expect(told?.early[0]?.from).toBeCloseTo(0.3, 6);
    expect(told?.early[0]?.advantage).toBeGreaterThan(0);
    expect(told?.change).toBeGreaterThan(0.02);
  });

  test("is not told of a question whose crowd is hidden, not to anybody and not through a forecaster", async () => {
    const { slug } = await moved({ revealAt: new Date(Date.now() + HOUR_MS) });
    for (const viewer of [anonymous(database.prisma), early!, moderator]) {
      const { questions, hidden } = await effectsOfEvent(viewer, { eventId });
      expect([questions.some((question) => question.slug === slug), hidden]).toEqual([false, 1]);
      const inTopic = await effectsInTopic(viewer, { slug: topic.slug });
      expect(inTopic.events.some(({ question }) => question.slug === slug)).toBe(false);
    }
  });

  test("ends where an earlier instant ends", async () => {
    const recorded = await database.prisma.eventRevision.findFirstOrThrow({ where: { eventId } });
    expect((await ofEvent(new Date(recorded.recordedAt.getTime() - 1))).reportedAt).toBeNull();
    expect((await ofEvent(recorded.recordedAt)).questions.length).toBeGreaterThan(0);
  });
});

describe("what moved a topic", () => {
  test("are its events by the crowd's largest move after each, and who was early over all of them", async () => {
    const { events, early: first } = await effectsInTopic(anonymous(database.prisma), { slug: topic.slug });
    expect(events).toMatchObject([{ id: eventId, reportedAt: REPORTED }]);
    expect(events[0]?.after).toBeGreaterThan(events[0]?.before ?? 1);
    expect(first).toMatchObject([{ name: "Early", moves: 3, meanLeadMs: 50 * HOUR_MS }]);
    const each = (await ofEvent()).questions.flatMap((question) => question.early.map(({ advantage }) => advantage));
    expect(first[0]?.advantage).toBeCloseTo(
      each.reduce((sum, advantage) => sum + advantage, 0),
      9,
    );
  });

  test("is nothing that was retracted", async () => {
    await setEventStatus(moderator, { eventId, status: "retracted", reason: "It was not so." });
    expect(await ofEvent()).toMatchObject({ reportedAt: null, questions: [] });
    expect(await effectsInTopic(anonymous(database.prisma), { slug: topic.slug })).toEqual({ events: [], early: [] });
  });

  test("of a topic that is not there is not found", async () => {
    const missing = effectsInTopic(anonymous(database.prisma), { slug: "nowhere" });
    await expect(missing).rejects.toMatchObject({ code: "subject_must_exist" });
  });
});
