import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database, Db } from "#db/client.ts";
import { submitForecast } from "#services/forecast/submit-forecast.ts";
import { changeCriteria } from "#services/question/change-criteria.ts";
import { draftQuestion } from "#services/question/draft-question.ts";
import { publishQuestion } from "#services/question/publish-question.ts";
import { reviseDraft } from "#services/question/revise-draft.ts";
import { submitForReview } from "#services/question/submit-for-review.ts";
import { blindToConflicts } from "#tests/support/broken-database.ts";
import { times } from "#tests/support/chance.ts";
import { someone } from "#tests/support/people.ts";
import { publishedQuestion, someTopic, visitCriteria, visitDraft } from "#tests/support/questions.ts";
import { testDatabase } from "#tests/support/test-database.ts";

/** Promises R2 and R3 under races: what takes two people is not done by one who sends both requests at once. */
const ROUNDS = times(25);

let database: Database;
let author: Awaited<ReturnType<typeof someone>>;
let topicId: string;
beforeAll(async () => {
  database = await testDatabase();
  author = await someone(database.prisma, "moderator");
  topicId = await someTopic(author);
});
afterAll(() => database.close());

const succeeded = (sent: readonly PromiseSettledResult<unknown>[]) => sent.map(({ status }) => status === "fulfilled");

describe("R3: a draft that is revised and published at once by one person", () => {
  /** Whether the two requests both went through, by round. */
  async function both(publish: typeof publishQuestion): Promise<number> {
    let together = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const admin = await someone(database.prisma, "admin");
      const { topicId: _, type: __, ...draft } = visitDraft(topicId);
      const { id: questionId } = await draftQuestion(author, visitDraft(topicId));
      await submitForReview(author, { questionId });
      const criteria = { ...visitCriteria(), minimumSourceGroups: 2 };
      const [revised, published] = succeeded(
        await Promise.allSettled([
          reviseDraft(admin, { ...draft, questionId, criteria, reason: "Two sources." }),
          publish(admin, { questionId }),
        ]),
      );
      if (revised && published) together++;
      expect(revised || published).toBe(true);
    }
    return together;
  }

  test(`is revised or published, never both, in ${ROUNDS} rounds`, async () => {
    expect(await both(publishQuestion)).toBe(0);
  });

  test("would be both where only who began it counts as its author", async () => {
    // Whoever revises goes first, then their authorship is forgotten.
    const forgetful: typeof publishQuestion = async (ctx, input) => {
      await new Promise((resolve) => setTimeout(resolve, 150));
      await database.run("ALTER TABLE question_authors DISABLE TRIGGER append_only");
      await database.run("DELETE FROM question_authors WHERE question_id = $1", [input.questionId]);
      await database.run("ALTER TABLE question_authors ENABLE TRIGGER append_only");
      return publishQuestion(ctx, input);
    };
    expect(await both(forgetful)).toBeGreaterThan(0);
  });
});

describe("R2: a rule that is changed while whoever changes it forecasts", () => {
  /** Rounds in which somebody changed the rule of a question that they had forecast on. */
  async function changedWithForecast(change: (db: Db) => Db): Promise<number> {
    let wrong = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const moderator = await someone(database.prisma, "moderator");
      const { id: questionId } = await publishedQuestion(author, visitDraft(topicId));
      const { deadlineAt } = await database.prisma.question.findUniqueOrThrow({ where: { id: questionId } });
      const criteria = { ...visitCriteria({ until: deadlineAt.getTime() }), minimumSourceGroups: 2 };
      const changing = { questionId, basedOn: 1, criteria, reason: "Two sources." };
      await Promise.allSettled([
        submitForecast(moderator, { questionId, probabilities: [0.8] }),
        changeCriteria({ ...moderator, db: change(database.prisma) }, changing),
      ]);
      const [row] = await database.run(
        `SELECT count(*)::int AS wrong FROM criteria_versions v JOIN forecasts f ON f.question_id = v.question_id
         WHERE v.question_id = $1 AND v.version = 2 AND v.created_by_id = f.forecaster_id AND v.created_at > f.made_at`,
        [questionId],
      );
      wrong += Number(row?.wrong);
    }
    return wrong;
  }

  test(`is changed before the forecast or not at all, in ${ROUNDS} rounds`, async () => {
    expect(await changedWithForecast((db) => db)).toBe(0);
  });

  test("would be changed after it where nobody's interests are seen", async () => {
    expect(await changedWithForecast(blindToConflicts)).toBeGreaterThan(0);
  });
});
