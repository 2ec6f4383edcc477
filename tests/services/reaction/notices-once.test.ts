import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { connectReactions, deliverEvents } from "#services/outbox/deliver-events.ts";
import { connectAllReactions, REACTIONS } from "#services/reaction/reactions.ts";
import { type Due, NOTIFYING, NOTIFYING_ACTS, newNotices, noticeIds, toWhom } from "#tests/support/notifying-acts.ts";
import { htmlPage, type PageServer, servePages } from "#tests/support/page-server.ts";
import { type Stage, setStage } from "#tests/support/stage.ts";
import { testDatabase } from "#tests/support/test-database.ts";

/** Promise D10: what people are notified of is recorded by the command and written by a consumer, to each once. */
let database: Database;
let pages: PageServer;
let on: Stage;
beforeAll(async () => {
  database = await testDatabase();
  pages = await servePages(htmlPage("<title>Envoys meet</title>"));
  on = await setStage(database.prisma, pages.outbound);
});
afterEach(connectAllReactions);
afterAll(() => Promise.all([database.close(), pages.close()]));

const deliver = async () => {
  await database.run("UPDATE event_deliveries SET due_at = now()");
  return deliverEvents({ db: database.prisma });
};

test.each(NOTIFYING)(
  "D10: %s notifies each person once, when it fails after its effect and when it runs twice at once",
  async (consumer) => {
    connectReactions(undefined);
    const before = await noticeIds(on);
    const dues: readonly Due[] = await NOTIFYING_ACTS[consumer](on);
    const events = await database.prisma.eventDelivery.count({ where: { consumer } });
    expect(events).toBeGreaterThan(0);
    expect(await newNotices(on, dues, before)).toEqual([]);

    const { within } = REACTIONS[consumer] as { within: (...all: unknown[]) => Promise<void> };
    const failing = async (...all: unknown[]) => {
      await within(...all);
      throw new Error("It fails after its effect.");
    };
    connectReactions({ ...REACTIONS, [consumer]: { within: failing } });
    expect((await deliver()).failed).toBe(events);
    expect(await newNotices(on, dues, before)).toEqual([]);

    connectAllReactions();
    await database.run("UPDATE event_deliveries SET due_at = now()");
    const both = await Promise.all([1, 2].map(() => deliverEvents({ db: database.prisma })));
    expect(both.map(({ failed }) => failed)).toEqual([0, 0]);
    expect(both.reduce((sum, { delivered }) => sum + delivered, 0)).toBe(events);
    const had = await newNotices(on, dues, before);
    expect(had.map(toWhom).sort()).toEqual(dues.map(toWhom).sort());
    expect(had).toEqual(
      expect.arrayContaining(
        dues.map(({ params = {}, ...due }) => ({ ...due, params: expect.objectContaining(params) })),
      ),
    );
    expect(await deliver()).toEqual({ delivered: 0, failed: 0 });
  },
);
