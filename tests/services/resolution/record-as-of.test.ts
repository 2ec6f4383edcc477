import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { logEvent } from "#services/event/log-event.ts";
import { approveResolution } from "#services/resolution/decide-resolution.ts";
import { resolutionRecord } from "#services/resolution/queries.ts";
import { databaseNow } from "#services/transact.ts";
import { anAnswerableQuestion } from "#tests/support/answering.ts";
import { anonymous, someone } from "#tests/support/people.ts";
import { someTopic, visitEvent } from "#tests/support/questions.ts";
import { testDatabase } from "#tests/support/test-database.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test("a resolution record is known at an instant as it stood then: its versions, its decision, the answer, the names", async () => {
  const moderator = await someone(database.prisma, "moderator");
  const topicId = await someTopic(moderator);
  const { slug } = await anAnswerableQuestion(moderator, topicId, { tag: "known-then" });
  const instant = async () => {
    await new Promise((resolve) => setTimeout(resolve, 10));
    const at = await databaseNow(database.prisma);
    await new Promise((resolve) => setTimeout(resolve, 10));
    return at;
  };
  const before = await instant();
  await logEvent(moderator, visitEvent(topicId, { tags: ["known-then"] }));
  const proposed = await instant();
  const reader = anonymous(database.prisma);
  const [version] = (await resolutionRecord(reader, { slug })).versions;
  const admin = await someone(database.prisma, "admin");
  await approveResolution(admin, { resolutionId: version?.id ?? "", note: "So it is." });

  expect(await resolutionRecord(reader, { slug, asOf: before })).toMatchObject({ versions: [], finalVersion: null });
  const then = await resolutionRecord(admin, { slug, asOf: proposed });
  expect(then).toMatchObject({ versions: [{ outcome: "yes", decision: null }], finalVersion: null });
  expect(then.may).toEqual({ propose: false, decide: false, challenge: false, suggest: false, reopen: false });
  const now = await resolutionRecord(reader, { slug });
  expect(now).toMatchObject({ versions: [{ decision: { kind: "approved" } }], finalVersion: 1 });
  expect(await resolutionRecord(reader, { slug, asOf: await instant() })).toMatchObject({ finalVersion: 1 });
});
