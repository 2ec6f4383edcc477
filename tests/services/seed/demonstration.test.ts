import { existsSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { fictionalStory } from "#seed/fictional-story.ts";
import { MUSCAT_EVENTS } from "#seed/muscat-events.ts";
import { seedDemonstration } from "#seed/seed-demonstration.ts";
import { job } from "#tests/support/people.ts";
import { testDatabase } from "#tests/support/test-database.ts";

const DOCUMENTS = "../shared/data/events/whitehouse_iran_docs_2025-2026.json";
if (!existsSync(DOCUMENTS)) console.warn(`SKIPPED: the list of public documents is not at ${DOCUMENTS}`);

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

describe("the demonstration", () => {
  test("fills an empty database once, with resolved and open questions, and one proposal for an admin to decide", async () => {
    expect(await seedDemonstration(job(database.prisma, "seed"))).toBe(true);
    expect(await seedDemonstration(job(database.prisma, "seed"))).toBe(false);
    const open = { publication: { isNot: null }, final: { is: null }, closesAt: { gt: new Date() } } as const;
    expect(
      await database.prisma.question.count({ where: { ...open, topic: { slug: "muscat-channel" } } }),
    ).toBeGreaterThanOrEqual(6);
    expect(await database.prisma.finalResolution.count()).toBeGreaterThanOrEqual(15);
    expect(await database.prisma.resolution.count({ where: { decision: null } })).toBe(1);
    expect(await database.prisma.topic.findUniqueOrThrow({ where: { slug: "muscat-channel" } })).toMatchObject({
      isFictional: false,
      scenarioQuestionId: expect.any(String),
    });
  });

  test("marks everybody in it as simulated", async () => {
    expect(await database.prisma.user.count({ where: { isSimulated: false } })).toBe(0);
  });

  test.skipIf(!existsSync(DOCUMENTS))(
    "cites a real document for every event of the Muscat story, with its address and time",
    () => {
      const known = new Map(
        (JSON.parse(readFileSync(DOCUMENTS, "utf8")) as { source_url: string; published_time: string }[]).map((row) => [
          row.source_url,
          row.published_time,
        ]),
      );
      for (const source of MUSCAT_EVENTS.flatMap((event) => event.sources)) {
        const publishedAt = known.get(source.url);
        expect(publishedAt, source.url).toBeDefined();
        expect(source.publishedAt.getTime()).toBe(Date.parse((publishedAt ?? "").replace(" ", "T")));
      }
    },
  );

  test("ends the Muscat story on 6 February 2026", () => {
    for (const event of MUSCAT_EVENTS) expect(event.occurredUntil.getTime()).toBeLessThanOrEqual(Date.UTC(2026, 1, 7));
  });

  test("is the same for the same start day", () => {
    expect(fictionalStory(Date.UTC(2026, 10, 23))).toEqual(fictionalStory(Date.UTC(2026, 10, 23)));
  });

  test("keeps invention out of real countries: whatever cites no document is fictional by its codes", () => {
    const codes = fictionalStory(0).events.flatMap((event) => [
      event.country,
      ...(event.actors ?? []).map((actor) => actor.code),
    ]);
    for (const code of codes) expect(code).toMatch(/^X[A-Z]{2}$/);
  });
});
