import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { loadCoverage } from "#services/coverage/load-coverage.ts";
import { listCoverage } from "#services/coverage/queries.ts";
import { createTopic } from "#services/topic/create-topic.ts";
import { signCoverage } from "#tests/support/as-requested.ts";
import { anonymous, someone } from "#tests/support/people.ts";
import { testDatabase } from "#tests/support/test-database.ts";

let database: Database;
let moderator: Awaited<ReturnType<typeof someone>>;
let topicId: string;
beforeAll(async () => {
  database = await testDatabase();
  moderator = await someone(database.prisma, "moderator");
  ({ id: topicId } = await createTopic(moderator, { title: "The harbour channel", summary: "A story." }));
});
afterAll(() => database.close());

const january = { coversFrom: new Date("2026-01-01T00:00:00Z"), coversUntil: new Date("2026-02-01T00:00:00Z") };
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 5));

describe("coverage", () => {
  test("is signed by a moderator, by name and time, and audited", async () => {
    const { id } = await signCoverage(moderator, { topicId, ...january, types: ["CONSULT"], actors: ["IRN"] });
    const [listed] = (await listCoverage(anonymous(database.prisma), { topicId })).filter((row) => row.id === id);
    expect(listed).toMatchObject({
      ...january,
      types: ["CONSULT"],
      actors: ["IRN"],
      signedByName: moderator.actor.name,
    });
    const acts = await database.prisma.auditEntry.findMany({ where: { subjectId: id } });
    expect(acts).toMatchObject([{ action: "sign-coverage", actorId: moderator.actor.id }]);
  });

  test("is refused to forecasters", async () => {
    const signed = signCoverage(await someone(database.prisma), { topicId, ...january });
    await expect(signed).rejects.toMatchObject({ code: "actor_must_be_permitted" });
  });

  test.each([
    ["what has not passed yet", { coversUntil: new Date("2900-01-01") }, "coverage_must_lie_in_the_past"],
    ["an end before its beginning", { coversUntil: new Date("2025-01-01") }, "event_interval_must_be_in_order"],
    ["a type that nobody knows", { types: ["PARLEY"] }, "event_type_must_be_known"],
  ])("refuses %s", async (_, changes, code) => {
    await expect(signCoverage(moderator, { topicId, ...january, ...changes })).rejects.toMatchObject({ code });
  });

  test("is replaced by a later statement, once, and stays readable as it stood before", async () => {
    const { id: topic } = await createTopic(moderator, { title: "Replaced", summary: "A story." });
    const first = await signCoverage(moderator, { topicId: topic, ...january });
    await aMoment();
    const between = await loadCoverage(database.prisma, { topicId: topic });
    const second = await signCoverage(moderator, {
      topicId: topic,
      ...january,
      coversUntil: new Date("2026-01-20T00:00:00Z"),
      supersedesId: first.id,
    });
    expect((await loadCoverage(database.prisma, { topicId: topic })).map(({ id }) => id)).toEqual([second.id]);
    const asOf = new Date((between[0]?.signedAt ?? 0) + 1);
    expect(await loadCoverage(database.prisma, { topicId: topic, asOf })).toEqual(between);
    const before = new Date((between[0]?.signedAt ?? 0) - 1);
    expect(await loadCoverage(database.prisma, { topicId: topic, asOf: before })).toEqual([]);
    const again = signCoverage(moderator, { topicId: topic, ...january, supersedesId: first.id });
    await expect(again).rejects.toMatchObject({ code: "coverage_must_stand", field: "supersedesId" });
    const elsewhere = signCoverage(moderator, { topicId, ...january, supersedesId: second.id });
    await expect(elsewhere).rejects.toMatchObject({ code: "subject_must_exist" });
  });
});
