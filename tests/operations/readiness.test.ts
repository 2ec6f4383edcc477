import { describe, expect, test } from "vitest";
import { databaseDoor } from "#server/operations/database-door.ts";
import { readiness, type Vitals } from "#server/operations/readiness.ts";

const WELL: Vitals = {
  life: "ready",
  isDatabaseReachable: true,
  figures: {
    jobLagSeconds: 0.44,
    jobsWaiting: 2,
    sealLagSeconds: 61,
    recordsToSeal: 3,
    deliveryLagSeconds: 0,
    deliveriesWaiting: 0,
    migrations: ["one", "two", "later"],
  },
  migrations: ["one", "two"],
  queueSilenceSeconds: 9,
};

describe("O4: a process", () => {
  test("is ready when its database answers, its migrations are applied and it asks for jobs", () => {
    expect(readiness(WELL)).toEqual({
      status: "ready",
      checks: {
        database: { reachable: true },
        migrations: { applied: 2, missing: [] },
        jobs: { secondsSinceAsked: 9, waiting: 2, lagSeconds: 0.4, sealLagSeconds: 61 },
      },
    });
  });

  test.each<[string, Partial<Vitals>]>([
    ["starting", { life: "starting" }],
    ["draining", { life: "draining" }],
    ["database_unreachable", { isDatabaseReachable: false, figures: undefined }],
    ["database_silent", { figures: undefined }],
    ["migrations_missing", { migrations: ["one", "two", "three"] }],
    ["jobs_stopped", { queueSilenceSeconds: 61 }],
    ["jobs_stopped", { queueSilenceSeconds: undefined }],
  ])("is not ready for the reason %s, in words", (reason, change) => {
    expect(readiness({ ...WELL, ...change })).toMatchObject({ status: "unready", reason, message: expect.any(String) });
  });

  test("names the migrations that are missing", () => {
    expect(readiness({ ...WELL, migrations: ["one", "three"] }).message).toBe("Migrations are missing: three.");
  });
});

describe("whether the database can be reached", () => {
  function door(answers: boolean[]) {
    let [asked, now] = [0, 0];
    const isReachable = databaseDoor(
      async () => {
        if (!(answers[asked++] ?? answers.at(-1))) throw new Error("gone");
      },
      () => now,
    );
    const pass = (ms: number) => {
      now += ms;
    };
    return { isReachable, pass, asked: () => asked };
  }

  test("is asked once for all who ask at the same time, and not again for a quarter of a second", async () => {
    const { isReachable, asked, pass } = door([true]);
    expect(await Promise.all([isReachable(), isReachable(), isReachable()])).toEqual([true, true, true]);
    pass(249);
    await isReachable();
    expect(asked()).toBe(1);
    pass(1);
    await isReachable();
    expect(asked()).toBe(2);
  });

  test("is asked twice before it is denied, since this process may have been too busy to hear", async () => {
    expect(await door([false, true]).isReachable()).toBe(true);
    const gone = door([false, false, true]);
    expect(await gone.isReachable()).toBe(false);
    gone.pass(250);
    expect(await gone.isReachable()).toBe(true);
  });
});
