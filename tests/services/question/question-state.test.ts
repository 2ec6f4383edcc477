import { afterAll, beforeAll, expect, test } from "vitest";
import { questionStatus, takesForecasts } from "#core/question/question-status.ts";
import type { Database } from "#db/client.ts";
import { Prisma } from "#db/generated/client.ts";
import type { ServiceContext } from "#services/context.ts";
import { factsSelect, questionFacts } from "#services/question/question-facts.ts";
import {
  awaitsAnswer,
  hasProposal,
  isAnswered,
  isOpen,
  isPublished,
  published,
  publishedUnanswered,
} from "#services/question-state.ts";
import { aQuestion } from "#tests/support/forecasting.ts";
import { someone } from "#tests/support/people.ts";
import { testDatabase } from "#tests/support/test-database.ts";

const HOUR_MS = 3_600_000;
const ANSWERS = ["none", "proposed", "challenged", "rejected", "final", "void", "reopened"] as const;
type Answer = (typeof ANSWERS)[number];

let database: Database;
let moderator: ServiceContext;
beforeAll(async () => {
  database = await testDatabase();
  moderator = await someone(database.prisma, "moderator");
});
afterAll(() => database.close());

async function addAnswer(questionId: string, userId: string, answer: Answer) {
  const db = database.prisma;
  const at = new Date();
  const times = { effectiveAt: at, knownAt: at, challengeUntil: at };
  const add = (version: number, outcome: string | null) =>
    db.resolution.create({
      data: { questionId, version, outcome, voidReason: outcome === null ? "flawed_question" : null, ...times },
    });
  if (answer === "none") return;
  const first = await add(1, answer === "void" ? null : "yes");
  if (answer === "challenged") {
    await db.challenge.create({ data: { resolutionId: first.id, challengerId: userId, reason: "No." } });
  }
  const kind = answer === "rejected" ? "rejected" : "approved";
  if (answer === "proposed" || answer === "challenged") return;
  await db.decision.create({ data: { resolutionId: first.id, kind, decidedById: userId, note: "So." } });
  if (answer === "rejected") return;
  await db.finalResolution.create({ data: { questionId, resolutionId: first.id, finalAt: at } });
  if (answer === "reopened") await add(2, "no");
}

test("the database's conditions say of every kind of question, before, within and after its hours, what core says", async () => {
  const userId = moderator.actor.kind === "user" ? moderator.actor.id : "";
  const closesAt = new Date(Date.now() + HOUR_MS);
  for (const isPublishedOne of [false, true]) {
    for (const answer of isPublishedOne ? ANSWERS : ANSWERS.slice(0, 1)) {
      const { id } = await aQuestion(database.prisma, moderator, { isPublished: isPublishedOne, closesAt });
      await addAnswer(id, userId, answer);
    }
  }
  const rows = await database.prisma.question.findMany({ select: { id: true, ...factsSelect } });
  expect(rows).toHaveLength(ANSWERS.length + 1);
  const opensAt = rows[0]?.opensAt ?? closesAt;
  const instants = [opensAt, closesAt].flatMap((at) => [-HOUR_MS, -1, 0, 1].map((ms) => new Date(at.getTime() + ms)));
  const seen = new Set<string>();
  for (const now of instants) {
    for (const { id, ...row } of rows) {
      const facts = questionFacts(row);
      const status = questionStatus(facts, now.getTime());
      seen.add(status);
      const [inSql] = await database.prisma.$queryRaw<Record<string, boolean>[]>(Prisma.sql`
        SELECT ${isPublished} AS published, ${isAnswered} AS answered, ${hasProposal} AS proposal, ${isOpen(now)} AS open,
          question_is_open(q.id, ${now}) AS admitted, ${awaitsAnswer(now)} AS awaiting FROM questions q WHERE q.id = ${id}::uuid`);
      expect(inSql, `${status} at ${now.toISOString()}`).toEqual({
        published: facts.publishedAt !== null,
        answered: facts.final !== null,
        proposal: facts.pending !== null,
        open: takesForecasts(facts, now.getTime()),
        admitted: takesForecasts(facts, now.getTime()),
        awaiting:
          facts.publishedAt !== null &&
          facts.final === null &&
          (facts.closesAt <= now.getTime() || facts.pending !== null),
      });
      const inPrisma = {
        published: await database.prisma.question.count({ where: { id, ...published } }),
        publishedUnanswered: await database.prisma.question.count({ where: { id, ...publishedUnanswered } }),
      };
      expect(inPrisma).toEqual({
        published: Number(facts.publishedAt !== null),
        publishedUnanswered: Number(facts.publishedAt !== null && facts.final === null),
      });
    }
  }
  expect([...seen].sort()).toEqual(
    ["challenged", "closed", "draft", "open", "proposed", "reopened", "resolved", "scheduled", "void"].sort(),
  );
});
