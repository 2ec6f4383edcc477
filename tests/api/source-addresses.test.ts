import { afterAll, beforeAll, expect, test } from "vitest";
import { emptyDraft } from "#app/(site)/admin/events/_components/draft/event-draft.ts";
import { publisherOf } from "#app/(site)/admin/events/_components/draft/publisher-of.ts";
import { withPasted } from "#app/(site)/admin/events/_components/draft/with-pasted.ts";
import type { Database } from "#db/client.ts";
import { createCaller } from "#server/api/root.ts";
import { eventFacts, source } from "#tests/support/event-facts.ts";
import { someone } from "#tests/support/people.ts";
import { someTopic } from "#tests/support/questions.ts";
import { testDatabase } from "#tests/support/test-database.ts";

let database: Database;
let moderator: Awaited<ReturnType<typeof someone>>;
let topicId: string;
beforeAll(async () => {
  database = await testDatabase();
  moderator = await someone(database.prisma, "moderator");
  topicId = await someTopic(moderator);
});
afterAll(() => database.close());

const log = (url: string) =>
  createCaller(moderator).event.log({
    topicId,
    ...eventFacts({ headline: `News at ${url.length}`, sources: [source({ url })] }),
  });

test("an event may cite an address in any alphabet, in its letters or as registries write it", async () => {
  for (const url of [
    "https://xn--e1afmkfd.xn--p1ai/a",
    "https://пример.рф/a",
    "https://ایران.ایران/خبر",
    "https://عمان.عمان/",
  ]) {
    const { id } = await log(url);
    const { revisions } = await createCaller(moderator).event.byId({ eventId: id });
    expect(revisions[0]?.sources[0]?.url).toBe(url);
  }
});

test("an address with a name and password is refused, with words", async () => {
  await expect(log("https://ada:secret@example.org/")).rejects.toMatchObject({
    code: "BAD_REQUEST",
    message: expect.stringContaining("Leave out the name and password"),
  });
});

test("a pasted address in another alphabet names its publisher by its letters", () => {
  const draft = withPasted(emptyDraft("topic"), "https://пример.рф/a Envoys meet");
  expect(draft.sources[0]).toMatchObject({ url: "https://пример.рф/a", publisher: "пример.рф" });
  expect(publisherOf("https://www.xn--e1afmkfd.xn--p1ai/a")).toBe("пример.рф");
});
