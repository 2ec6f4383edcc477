import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { QUESTION_STATUSES, type QuestionStatus, questionStatus } from "#core/question/question-status.ts";
import { type LifeAct, statusesAfter } from "#core/resolution/transitions.ts";
import type { Database } from "#db/client.ts";
import { logEvent } from "#services/event/log-event.ts";
import { draftQuestion } from "#services/question/draft-question.ts";
import { publishQuestion } from "#services/question/publish-question.ts";
import { factsSelect, questionFacts } from "#services/question/question-facts.ts";
import { submitForReview } from "#services/question/submit-for-review.ts";
import { challengeResolution } from "#services/resolution/challenge-resolution.ts";
import { amendResolution, approveResolution, rejectResolution } from "#services/resolution/decide-resolution.ts";
import { proposeResolution } from "#services/resolution/propose-resolution.ts";
import { eventFacts } from "#tests/support/event-facts.ts";
import { aQuestion } from "#tests/support/forecasting.ts";
import { someone } from "#tests/support/people.ts";
import { someTopic, visitDraft } from "#tests/support/questions.ts";
import { testDatabase } from "#tests/support/test-database.ts";

/** Promise R8: every act is tried in every status of a real question; only what is listed happens. */
let database: Database;
let moderator: Awaited<ReturnType<typeof someone>>;
let admin: typeof moderator;
let other: typeof moderator;
let topicId: string;
let evidence: string;
beforeAll(async () => {
  database = await testDatabase();
  const db = database.prisma;
  [moderator, admin, other] = [await someone(db, "moderator"), await someone(db, "admin"), await someone(db, "admin")];
  topicId = await someTopic(moderator);
  ({ id: evidence } = await logEvent(moderator, { topicId, ...eventFacts() }));
});
afterAll(() => database.close());

const HOUR_MS = 3_600_000;
const answer = (outcome = "yes") => {
  const at = new Date();
  return {
    outcome,
    voidReason: null as string | null,
    effectiveAt: at,
    knownAt: at,
    evidenceIds: [evidence],
    note: "Seen.",
  };
};
const nothing = () => ({ ...answer(), outcome: null, voidReason: "flawed_question", evidenceIds: [] });
const rows = (opensInMs: number, closesInMs: number) => ({
  topicId,
  opensAt: new Date(Date.now() + opensInMs),
  closesAt: new Date(Date.now() + closesInMs),
});

async function asked(opensInMs: number, closesInMs: number, challengeWindowHours: number): Promise<string> {
  return (await aQuestion(database.prisma, moderator, { ...rows(opensInMs, closesInMs), challengeWindowHours })).id;
}

async function pendingOf(questionId: string): Promise<string> {
  const pending = await database.prisma.resolution.findFirst({ where: { questionId, decision: null } });
  const last = await database.prisma.resolution.findFirst({ where: { questionId }, orderBy: { version: "desc" } });
  return pending?.id ?? last?.id ?? "00000000-0000-4000-8000-000000000000";
}

/** A question in a status, by the acts that lead there; with a window of so many hours for challenges. */
async function inStatus(status: QuestionStatus, hours: number): Promise<string> {
  if (status === "draft" || status === "review") {
    const { id } = await draftQuestion(moderator, visitDraft(topicId));
    if (status === "review") await submitForReview(moderator, { questionId: id });
    return id;
  }
  if (status === "scheduled") return asked(HOUR_MS, 2 * HOUR_MS, hours);
  if (status === "closed") return asked(-2 * HOUR_MS, -HOUR_MS, hours);
  const isEnded = ["resolved", "void", "reopened"].includes(status);
  const id = await asked(-HOUR_MS, HOUR_MS, isEnded && status !== "reopened" ? 0 : hours);
  if (status === "open") return id;
  if (isEnded && hours > 0) await database.run("ALTER TABLE questions DISABLE TRIGGER USER");
  if (isEnded && hours > 0) await database.run(`UPDATE questions SET challenge_window_hours = 0 WHERE id = '${id}'`);
  const first = await proposeResolution(moderator, { questionId: id, ...(status === "void" ? nothing() : answer()) });
  if (status === "challenged")
    await challengeResolution(moderator, { resolutionId: first.id, reason: "It was Geneva." });
  if (isEnded) await approveResolution(other, { resolutionId: first.id, note: "" });
  if (isEnded && hours > 0)
    await database.run(`UPDATE questions SET challenge_window_hours = ${hours} WHERE id = '${id}'`);
  if (isEnded && hours > 0) await database.run("ALTER TABLE questions ENABLE TRIGGER USER");
  if (status === "reopened") await proposeResolution(other, { questionId: id, ...answer("no") });
  return id;
}

async function statusOf(id: string): Promise<QuestionStatus> {
  const row = await database.prisma.question.findUniqueOrThrow({ where: { id }, select: factsSelect });
  return questionStatus(questionFacts(row), Date.now());
}

const ACTS: Partial<Record<LifeAct, (id: string) => Promise<unknown>>> = {
  submit_for_review: (questionId) => submitForReview(moderator, { questionId }),
  publish: (questionId) => publishQuestion(admin, { questionId }),
  propose: (questionId) => proposeResolution(moderator, { questionId, ...answer() }),
  challenge: async (id) => challengeResolution(moderator, { resolutionId: await pendingOf(id), reason: "No." }),
  amend: async (id) => amendResolution(admin, { resolutionId: await pendingOf(id), ...answer("no") }),
  reject: async (id) => rejectResolution(admin, { resolutionId: await pendingOf(id), note: "No." }),
  approve: async (id) => approveResolution(admin, { resolutionId: await pendingOf(id), note: "Answered." }),
  supersede: (questionId) => proposeResolution(admin, { questionId, ...answer("no") }),
};
/** An admin's proposal is the same act on an answer and before one. */
const allowedAfter = (status: QuestionStatus, act: LifeAct) =>
  act === "supersede"
    ? [...statusesAfter(status, "supersede"), ...statusesAfter(status, "propose")]
    : statusesAfter(status, act);

const pairs = QUESTION_STATUSES.flatMap((status) =>
  (Object.keys(ACTS) as LifeAct[]).map((act) => [status, act] as const),
);

describe("R8: in every status, every act", () => {
  test.each(pairs)("a question that is %s, and the act %s", async (status, act) => {
    // A challenge needs a window that is open, an approval one that is over; neither changes what is listed.
    const id = await inStatus(status, act === "challenge" || status === "challenged" ? 24 : 0);
    if (act === "approve" && status === "challenged")
      return void (await expect(ACTS.approve?.(id)).rejects.toMatchObject({ code: "challenge_window_must_be_over" }));
    expect(await statusOf(id)).toBe(status);
    const allowed = allowedAfter(status, act);
    const isDone = await (ACTS[act]?.(id) ?? Promise.reject()).then(
      () => true,
      () => false,
    );
    expect(isDone).toBe(allowed.length > 0);
    expect(isDone ? allowed : [status]).toContain(await statusOf(id));
  });

  test("nothing is final before its window is over, whoever approves", async () => {
    const id = await inStatus("proposed", 24);
    for (const person of [admin, other]) {
      const approving = approveResolution(person, { resolutionId: await pendingOf(id), note: "Now." });
      await expect(approving).rejects.toMatchObject({ code: "challenge_window_must_be_over" });
    }
    expect(await statusOf(id)).toBe("proposed");
    // What it would catch: a window that the database let somebody shorten.
    await database.run("ALTER TABLE resolutions DISABLE TRIGGER USER");
    await database.run(`UPDATE resolutions SET challenge_until = proposed_at WHERE question_id = '${id}'`);
    await approveResolution(admin, { resolutionId: await pendingOf(id), note: "Now." });
    expect(await statusOf(id)).not.toBe("proposed");
  });
});
