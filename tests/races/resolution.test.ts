import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { logEvent } from "#services/event/log-event.ts";
import { submitForecast } from "#services/forecast/submit-forecast.ts";
import { amendResolution, approveResolution } from "#services/resolution/decide-resolution.ts";
import { proposeResolution } from "#services/resolution/propose-resolution.ts";
import { createTopic } from "#services/topic/create-topic.ts";
import { yesBy } from "#tests/support/answers.ts";
import { lockless, meetingBefore } from "#tests/support/broken-database.ts";
import { times } from "#tests/support/chance.ts";
import { eventFacts } from "#tests/support/event-facts.ts";
import { aQuestion } from "#tests/support/forecasting.ts";
import { meetingOf } from "#tests/support/meeting-of.ts";
import { someone } from "#tests/support/people.ts";
import { testDatabase } from "#tests/support/test-database.ts";

/** R4: of several who decide at once, one wins; in both tests together. */
const ROUNDS = times(350);
const CROWDED_ROUNDS = times(150);

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

describe("two admins at once", () => {
  test(`one approves "yes" while the other puts "no" in its place: exactly one wins, ${ROUNDS} times`, async () => {
    const db = database.prisma;
    const [ada, ben, moderator] = [
      await someone(db, "admin"),
      await someone(db, "admin"),
      await someone(db, "moderator"),
    ];
    const { id: topicId } = await createTopic(moderator, { title: "Races", summary: "A story." });
    const { id: evidence } = await logEvent(moderator, { topicId, ...eventFacts() });
    const at = new Date();
    const answer = { voidReason: null, effectiveAt: at, knownAt: at, evidenceIds: [evidence], note: "Seen." };
    const wins = { approve: 0, amend: 0 };
    for (let round = 0; round < ROUNDS; round++) {
      const question = await aQuestion(db, moderator, { topicId, challengeWindowHours: 0 });
      await submitForecast(ada, { questionId: question.id, probabilities: [0.7] });
      const { id } = await proposeResolution(moderator, { questionId: question.id, outcome: "yes", ...answer });
      const outcomes = await Promise.allSettled([
        approveResolution(ada, { resolutionId: id, note: "" }),
        amendResolution(ben, { resolutionId: id, outcome: "no", ...answer }),
      ]);
      const won = outcomes.filter((outcome) => outcome.status === "fulfilled");
      const lost = outcomes.find((outcome) => outcome.status === "rejected");
      expect([won.length, lost?.reason.code]).toEqual([1, "resolution_must_be_pending"]);
      expect(await db.decision.count({ where: { resolutionId: id } })).toBe(1);
      wins[outcomes[0].status === "fulfilled" ? "approve" : "amend"]++;
    }
    expect(wins.approve + wins.amend).toBe(ROUNDS);
    expect(await db.finalResolution.count()).toBe(wins.approve);
  });

  test("both approve the same proposal at once, two to eight together: one answer, one score run", async () => {
    const db = database.prisma;
    const moderator = await someone(db, "moderator");
    const admins = await Promise.all(Array.from({ length: 8 }, () => someone(db, "admin")));
    const { id: topicId } = await createTopic(moderator, { title: "More races", summary: "A story." });
    const { id: evidence } = await logEvent(moderator, { topicId, ...eventFacts() });
    const at = new Date();
    for (let round = 0; round < CROWDED_ROUNDS; round++) {
      const question = await aQuestion(db, moderator, { topicId, challengeWindowHours: 0 });
      const { id } = await proposeResolution(moderator, {
        questionId: question.id,
        outcome: "yes",
        voidReason: null,
        effectiveAt: at,
        knownAt: at,
        evidenceIds: [evidence],
        note: "Seen.",
      });
      const outcomes = await Promise.allSettled(
        admins.slice(0, 2 + (round % 7)).map((admin) => approveResolution(admin, { resolutionId: id, note: "" })),
      );
      expect(outcomes.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(1);
      expect(await db.scoreRun.count({ where: { questionId: question.id } })).toBe(1);
    }
  });
});

describe("what these tests would catch", () => {
  test("R4 sees two answers where no row is locked and a proposal may have two decisions", async () => {
    const broken = await testDatabase();
    const db = broken.prisma;
    await broken.run("ALTER TABLE decisions DROP CONSTRAINT decisions_pkey");
    const moderator = await someone(db, "moderator", "broken-moderator");
    const admins = [await someone(db, "admin", "broken-ada"), await someone(db, "admin", "broken-ben")];
    const { id: topicId } = await createTopic(moderator, { title: "Without locks", summary: "A story." });
    const { id: evidence } = await logEvent(moderator, { topicId, ...eventFacts() });
    const answer = yesBy(evidence);
    const { id: questionId } = await aQuestion(db, moderator, { topicId, challengeWindowHours: 0 });
    const { id: resolutionId } = await proposeResolution(moderator, { questionId, ...answer });
    // Both have seen that nobody decided before either goes on to make its answer final.
    const unlocked = meetingBefore(lockless(db), /FROM markets WHERE question_id/, meetingOf(2));
    const both = admins.map((admin) => approveResolution({ ...admin, db: unlocked }, { resolutionId, note: "" }));
    const won = (await Promise.allSettled(both)).filter(({ status }) => status === "fulfilled");
    expect(won).toHaveLength(2);
    await broken.close();
  });
});
