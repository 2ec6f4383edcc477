import { spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { logEvent } from "#services/event/log-event.ts";
import { submitForecast } from "#services/forecast/submit-forecast.ts";
import { deliverEvents } from "#services/outbox/deliver-events.ts";
import { approveResolution } from "#services/resolution/decide-resolution.ts";
import { proposeResolution } from "#services/resolution/propose-resolution.ts";
import { yesBy } from "#tests/support/answers.ts";
import { trade } from "#tests/support/as-requested.ts";
import { withoutTransactions } from "#tests/support/broken-database.ts";
import { eventFacts } from "#tests/support/event-facts.ts";
import { someone } from "#tests/support/people.ts";
import { someTopic } from "#tests/support/questions.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { aKey, aMarket, aTrader, CREDIT, ledgerFaults, NO_FAULTS } from "#tests/support/trading.ts";
import { untilNothingRuns } from "#tests/support/until-nothing-runs.ts";

/** Promise R5: an answer, its scores, its settlement, its audit row and its notices are one atom, whoever is killed. */
const CYCLES = Number(process.env.PARLEY_KILL_CYCLES ?? 20);
const EACH = 3;

let database: Database;
let url: string;
let moderator: Awaited<ReturnType<typeof someone>>;
let admin: typeof moderator;
let trader: typeof moderator;
let topicId: string;
let evidence: string;
beforeAll(async () => {
  database = await testDatabase();
  const [row] = await database.run("SELECT current_database() AS name, inet_server_port() AS port");
  url = `postgresql://parley@127.0.0.1:${row?.port}/${row?.name}`;
  [moderator, admin] = [await someone(database.prisma, "moderator"), await someone(database.prisma, "admin")];
  trader = await aTrader(database.prisma, 10_000n);
  topicId = await someTopic(moderator);
  ({ id: evidence } = await logEvent(moderator, { topicId, ...eventFacts() }));
});
afterAll(() => database.close());

/** A question with a market, forecasts and a trade, whose proposed answer may be approved. */
async function proposal(): Promise<string> {
  const { id: questionId } = await aMarket(database.prisma, moderator, { topicId, challengeWindowHours: 0 });
  await submitForecast(trader, { questionId, probabilities: [0.7] });
  const budget = { kind: "buy_budget", questionId, outcome: 0, side: "yes", budgetMicros: CREDIT } as const;
  await trade(trader, { ...budget, idempotencyKey: aKey() });
  const answer = yesBy(evidence);
  return (await proposeResolution(moderator, { questionId, ...answer })).id;
}

/** Of each part of an approval, whether it is there. All or none. */
async function partsOf(resolutionId: string): Promise<boolean[]> {
  const [row] = await database.run(
    `SELECT EXISTS (SELECT FROM decisions WHERE resolution_id = $1::uuid) AS decision,
      EXISTS (SELECT FROM final_resolutions WHERE resolution_id = $1::uuid) AS final,
      EXISTS (SELECT FROM score_runs WHERE resolution_id = $1::uuid) AS run,
      EXISTS (SELECT FROM market_settlements WHERE resolution_id = $1::uuid) AS settlement,
      EXISTS (SELECT FROM audit_entries WHERE subject_id = $1::text AND action = 'approve-resolution') AS audit,
      EXISTS (SELECT FROM domain_events WHERE kind = 'resolution.final' AND payload->>'resolutionId' = $1::text) AS event`,
    [resolutionId],
  );
  return Object.values(row ?? {}).map(Boolean);
}

/**
 * Starts approving in a process of its own, and ends it, or the database's own process behind it: at a chance moment, or while its last
 * approval waits for a lock.
 */
async function strike(ids: readonly string[], { isApp, isHeld }: { isApp: boolean; isHeld: boolean }): Promise<void> {
  const held = isHeld ? await holdQuestion(ids.at(-1) ?? "") : null;
  const child = spawn(process.execPath, ["tests/races/approving-child.ts", url, admin.actor.id, ...ids], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const exit = once(child, "exit");
  await once(child.stdout, "data");
  if (held) await held.untilWaitedFor();
  else await sleep(randomInt(120));
  if (isApp) child.kill("SIGKILL");
  else
    await database.run(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND xact_start IS NOT NULL AND pid <> pg_backend_pid() AND pid <> $1",
      [held?.pid ?? 0],
    );
  await Promise.race([exit, sleep(5_000)]);
  child.kill("SIGKILL");
  await exit;
  await held?.letGo();
  await untilNothingRuns(database);
}

/** Final answers of which somebody who forecast on the question was notified never, or more than once. */
async function finalsNotNotifiedOnce(): Promise<unknown[]> {
  return database.run(`
    SELECT q.slug, f.forecaster_id, count(n.id)::int AS notices
    FROM final_resolutions r JOIN questions q ON q.id = r.question_id
      JOIN (SELECT DISTINCT question_id, forecaster_id FROM forecasts) f ON f.question_id = q.id
      LEFT JOIN notices n ON n.person_id = f.forecaster_id AND n.kind = 'resolution_final' AND n.params->'question'->>'slug' = q.slug
    GROUP BY q.slug, f.forecaster_id HAVING count(n.id) <> 1`);
}

/** Holds the question of a proposal, so that its approval waits, until it is let go. */
async function holdQuestion(resolutionId: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("BEGIN");
  await client.query(
    "SELECT q.id FROM questions q JOIN resolutions r ON r.question_id = q.id WHERE r.id = $1 FOR UPDATE OF q",
    [resolutionId],
  );
  const { rows } = await client.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
  return {
    pid: rows[0]?.pid ?? 0,
    async untilWaitedFor() {
      for (;;) {
        const [row] = await database.run(
          "SELECT count(*)::int AS waiting FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
        );
        if (row?.waiting === 1) return;
        await sleep(5);
      }
    },
    letGo: () => client.end(),
  };
}

test(`R5: of ${CYCLES} approvals whose process or database connection is killed at a chance moment, none is half done, and each can be finished`, async () => {
  let [done, undone] = [0, 0];
  for (let cycle = 0; cycle < CYCLES; cycle++) {
    const ids: string[] = [];
    for (let each = 0; each < EACH; each++) ids.push(await proposal());
    await strike(ids, { isApp: cycle % 2 === 0, isHeld: cycle < 2 });
    for (const resolutionId of ids) {
      const parts = await partsOf(resolutionId);
      expect(new Set(parts).size).toBe(1);
      if (parts[0]) done++;
      else {
        undone++;
        await approveResolution(admin, { resolutionId, note: "" });
        expect(await partsOf(resolutionId)).toEqual(parts.map(() => true));
      }
    }
  }
  console.log(`R5: ${CYCLES} cycles, ${done} approvals whole, ${undone} not begun, 0 half done`);
  expect(undone).toBeGreaterThan(0);
  await deliverEvents({ db: database.prisma });
  expect(await finalsNotNotifiedOnce()).toEqual([]);
  expect(await ledgerFaults(database.prisma)).toEqual(NO_FAULTS);
});

test("R5 sees an approval that is not one transaction, wherever it breaks off", async () => {
  let half = 0;
  for (let statements = 8; statements < 40; statements += 4) {
    const resolutionId = await proposal();
    const db = withoutTransactions(database.prisma, statements);
    await approveResolution({ ...admin, db }, { resolutionId, note: "" }).catch(() => {});
    if (new Set(await partsOf(resolutionId)).size > 1) half++;
  }
  expect(half).toBeGreaterThan(0);
});
