import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { amendResolution, approveResolution, rejectResolution } from "#services/resolution/decide-resolution.ts";
import { proposeResolution } from "#services/resolution/propose-resolution.ts";
import { resolutionQueue, resolutionRecord } from "#services/resolution/queries.ts";
import { anAnswerableQuestion } from "#tests/support/answering.ts";
import { signCoverage } from "#tests/support/as-requested.ts";
import { someone } from "#tests/support/people.ts";
import { someTopic } from "#tests/support/questions.ts";
import { testDatabase } from "#tests/support/test-database.ts";

let database: Database;
let admin: Awaited<ReturnType<typeof someone>>;
let otherAdmin: typeof admin;
let moderator: typeof admin;
beforeAll(async () => {
  database = await testDatabase();
  admin = await someone(database.prisma, "admin");
  otherAdmin = await someone(database.prisma, "admin");
  moderator = await someone(database.prisma, "moderator");
});
afterAll(() => database.close());

const HOUR_MS = 3_600_000;
const ago = (hours: number) => new Date(Date.now() - hours * HOUR_MS);
const noOf = (coverageIds: string[]) => ({
  outcome: "no",
  voidReason: null,
  effectiveAt: ago(2),
  knownAt: ago(1),
  evidenceIds: [],
  coverageIds,
  note: "Nobody came.",
});

async function coveredQuestion() {
  const topicId = await someTopic(moderator);
  const { id: questionId, slug } = await anAnswerableQuestion(moderator, topicId, { tag: "absence" });
  const { id: coverageId } = await signCoverage(moderator, { topicId, coversFrom: ago(48), coversUntil: ago(1) });
  return { topicId, questionId, slug, coverageId };
}

test("a moderator's answer by absence cites who signed that the log is complete, and an amended one keeps it", async () => {
  const { questionId, slug, coverageId } = await coveredQuestion();
  const { id: resolutionId } = await proposeResolution(moderator, { questionId, ...noOf([coverageId]) });
  const queued = (await resolutionQueue(admin)).find(({ id }) => id === resolutionId);
  expect(queued?.coverage).toMatchObject([{ id: coverageId, types: [], signedByName: expect.any(String) }]);
  const amended = await amendResolution(admin, { resolutionId, ...noOf([coverageId]), effectiveAt: ago(3) });
  await approveResolution(otherAdmin, { resolutionId: amended.id, note: "" });
  const record = await resolutionRecord(admin, { slug });
  expect(record).toMatchObject({ finalVersion: 2, coverage: [{ id: coverageId }] });
  expect(record.versions.map(({ coverageIds }) => coverageIds)).toEqual([[coverageId], [coverageId]]);
});

test("coverage of another topic, and coverage that was replaced, bears no answer", async () => {
  const { topicId, questionId, coverageId } = await coveredQuestion();
  const elsewhere = await coveredQuestion();
  const cited = (id: string) => proposeResolution(moderator, { questionId, ...noOf([id]) });
  await expect(cited(elsewhere.coverageId)).rejects.toMatchObject({ code: "cited_coverage_must_stand" });
  const span = { topicId, coversFrom: ago(40), coversUntil: ago(1) };
  const later = await signCoverage(moderator, { ...span, supersedesId: coverageId });
  await expect(cited(coverageId)).rejects.toMatchObject({ code: "cited_coverage_must_stand", field: "coverageIds" });
  const { id: resolutionId } = await cited(later.id);
  await rejectResolution(admin, { resolutionId, note: "Ask again." });
});
