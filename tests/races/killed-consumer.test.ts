import { type ChildProcess, spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Database, openPostgres } from "#db/client.ts";
import { logEvent } from "#services/event/log-event.ts";
import { setEventStatus } from "#services/event/revise-event.ts";
import { connectReactions, deliverEvents } from "#services/outbox/deliver-events.ts";
import { connectAllReactions } from "#services/reaction/reactions.ts";
import { follow } from "#services/signal/follow.ts";
import { times } from "#tests/support/chance.ts";
import { type Due, NOTIFYING, NOTIFYING_ACTS, newNotices, noticeIds, toWhom } from "#tests/support/notifying-acts.ts";
import { htmlPage, type PageServer, servePages } from "#tests/support/page-server.ts";
import { someone } from "#tests/support/people.ts";
import { publishedQuestion, someTopic, visitCriteria, visitDraft, visitEvent } from "#tests/support/questions.ts";
import { type Stage, setStage } from "#tests/support/stage.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { untilNothingRuns } from "#tests/support/until-nothing-runs.ts";

/** Promise D10: a consumer of domain events that is killed mid-way loses nothing and does nothing twice. */
const CYCLES = times(200);
const FOLLOWERS = 3;
/** Each fifth kill is of a whole process, the others of the connections under one. */
const PROCESS_EACH = 5;
/** Each second is killed while it waits within its transaction, the others at a chance moment. */
const isHeld = (cycle: number) => cycle % 2 === 0;

let database: Database;
let pool: Database;
let url: string;
let moderator: Awaited<ReturnType<typeof someone>>;
let pages: PageServer;
let on: Stage;
beforeAll(async () => {
  database = await testDatabase();
  const [row] = await database.run("SELECT current_database() AS name, inet_server_port() AS port");
  url = `postgresql://parley@127.0.0.1:${row?.port}/${row?.name}`;
  pool = await openPostgres(url);
  moderator = await someone(database.prisma, "moderator");
  pages = await servePages(htmlPage("<title>Envoys meet</title>"));
  on = await setStage(database.prisma, pages.outbound);
});
afterAll(async () => {
  connectAllReactions();
  await pages.close();
  await pool.close();
  await database.close();
});

/** A topic that people follow. What is recorded in it waits for the processes that are killed: this one delivers nothing. */
async function aFollowedTopic(): Promise<string> {
  disconnect();
  const topicId = await someTopic(moderator);
  for (let i = 0; i < FOLLOWERS; i++) {
    await follow(await someone(database.prisma), { kind: "topic", id: topicId, isFollowed: true });
  }
  return topicId;
}

const disconnect = () => connectReactions(undefined);

function aConsumer(...more: string[]): ChildProcess {
  return spawn(process.execPath, ["tests/races/delivering-child.ts", url, ...more], {
    stdio: ["pipe", "pipe", "ignore"],
  });
}

/** Keeps every notice from being written until it is let go. */
async function holdNotices() {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("BEGIN");
  await client.query("LOCK TABLE notices IN SHARE MODE");
  const { rows } = await client.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
  return {
    pid: rows[0]?.pid ?? 0,
    async untilWaitedFor() {
      for (;;) {
        const [row] = await database.run(`SELECT count(*)::int AS waiting FROM pg_stat_activity
          WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%INSERT INTO notices%'`);
        if (row?.waiting) return;
        await sleep(2);
      }
    },
    letGo: () => client.end(),
  };
}

/** Lets a consumer begin, kills it while it is at work, and waits until the database has seen that it is gone. */
async function strike({ begin, kill }: Struck, cycle: number): Promise<void> {
  const held = isHeld(cycle) ? await holdNotices() : null;
  const end = begin();
  await Promise.race([end, held ? held.untilWaitedFor() : sleep(randomInt(30))]);
  await kill(held?.pid ?? 0);
  await held?.letGo();
  await end;
  await untilNothingRuns(database);
  // The time that a consumer has for a delivery passes.
  await database.run("UPDATE event_deliveries SET due_at = now()");
}

interface Struck {
  /** Begins; the promise ends when it has ended, by itself or because it was killed. */
  readonly begin: () => Promise<unknown>;
  readonly kill: (heldPid: number) => Promise<unknown>;
}

function asProcess(child: ChildProcess): Struck {
  return {
    async begin() {
      const exit = once(child, "exit");
      child.stdin?.write("go\n");
      await exit;
    },
    kill: async () => child.kill("SIGKILL"),
  };
}

function asConnections(): Struck {
  return {
    async begin() {
      connectAllReactions();
      await deliverEvents({ db: pool.prisma }).catch(() => undefined);
      disconnect();
    },
    kill: (heldPid) =>
      database.run(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()
           AND xact_start IS NOT NULL AND pid NOT IN (pg_backend_pid(), $1)`,
        [heldPid],
      ),
  };
}

/** An event that is logged and then retracted, which the topic's followers are notified of, each time once. */
async function loggedAndRetracted(topicId: string, headline: string): Promise<void> {
  const { id: eventId } = await logEvent(moderator, visitEvent(topicId, { headline, type: "AID" }));
  await setEventStatus(moderator, { eventId, status: "retracted", reason: "It was not so." });
}

/** Notices of a topic's events that somebody has not had exactly once. */
function faultsOfNotices(topicId: string): Promise<Record<string, unknown>[]> {
  return database.run(
    `SELECT f.person_id, e.id AS event, kind.name, count(n.id)::int AS notices
     FROM follows f JOIN events e ON e.topic_id = f.topic_id CROSS JOIN (VALUES ('event_retracted')) AS kind (name)
       LEFT JOIN notices n ON n.person_id = f.person_id AND n.kind = kind.name AND n.params->'event'->>'id' = e.id::text
     WHERE f.topic_id = $1::uuid GROUP BY f.person_id, e.id, kind.name HAVING count(n.id) <> 1`,
    [topicId],
  );
}

test(`D10: of ${CYCLES} consumers that are killed mid-way none loses a notice or an evaluation, and none is done twice`, async () => {
  const topicId = await aFollowedTopic();
  const tagged = (tag: string) => ({ kind: "occurs" as const, match: { types: ["CONSULT"], tags: [tag] } });
  let child = aConsumer();
  let isReady = once(child.stdout ?? child, "data");
  for (let cycle = 0; cycle < CYCLES; cycle++) {
    await loggedAndRetracted(topicId, `Aid convoy ${cycle}`);
    if (cycle % 10 === 0) {
      const criteria = { ...visitCriteria(), rule: tagged(`cycle-${cycle}`) };
      await publishedQuestion(moderator, visitDraft(topicId, { title: `Will visit ${cycle} happen?`, criteria }));
      await logEvent(moderator, visitEvent(topicId, { tags: [`cycle-${cycle}`] }));
    }
    if (cycle % PROCESS_EACH > 0) {
      await strike(asConnections(), cycle);
      continue;
    }
    await isReady;
    await strike(asProcess(child), cycle);
    child = aConsumer();
    isReady = once(child.stdout ?? child, "data");
  }
  child.kill("SIGKILL");
  connectAllReactions();
  await deliverEvents({ db: database.prisma });
  expect(await faultsOfNotices(topicId)).toEqual(expect.not.arrayContaining([expect.objectContaining({ notices: 2 })]));
  const [left] = await database.run("SELECT count(*)::int AS deliveries FROM event_deliveries");
  expect(left?.deliveries).toBe(0);
  const doubted = await database.run(
    `SELECT count(*)::int AS notices FROM notices WHERE kind = 'event_retracted' AND params->>'topic' =
      (SELECT title FROM topics WHERE id = $1::uuid)`,
    [topicId],
  );
  expect(doubted[0]?.notices).toBe(CYCLES * FOLLOWERS);
  const proposals = await database.prisma.resolution.groupBy({ by: ["questionId"], _count: true });
  expect(proposals.map(({ _count }) => _count)).toEqual(Array.from({ length: Math.ceil(CYCLES / 10) }, () => 1));
  // Of the new events only those that were still in the log when they were delivered are told of, and each once.
  const logged = await database.run(
    "SELECT person_id, params->'event'->>'id' AS event FROM notices WHERE kind = 'event_logged' GROUP BY 1, 2 HAVING count(*) > 1",
  );
  expect(logged).toEqual([]);
});

test.each(NOTIFYING)(
  "D10: %s, killed while it notifies, has notified each person once in the end",
  async (consumer) => {
    disconnect();
    const before = await noticeIds(on);
    const dues: readonly Due[] = await NOTIFYING_ACTS[consumer](on);
    const later = "UPDATE event_deliveries SET due_at = now() + interval '1 hour' WHERE consumer <> $1";
    await database.run(later, [consumer]);
    await strike(asConnections(), 0);
    const [killed] = await database.run("SELECT max(attempts) AS attempts FROM event_deliveries WHERE consumer = $1", [
      consumer,
    ]);
    expect(killed?.attempts).toBe(1);
    connectAllReactions();
    await deliverEvents({ db: database.prisma });
    const had = await newNotices(on, dues, before);
    expect(had.map(toWhom).sort()).toEqual(dues.map(toWhom).sort());
  },
);

test("D10 sees a consumer that notifies in one transaction and removes its delivery in another", async () => {
  const topicId = await aFollowedTopic();
  await loggedAndRetracted(topicId, "Told twice");
  for (let again = 0; again < 2; again++) {
    const child = aConsumer("careless");
    await once(child.stdout ?? child, "data");
    const exit = once(child, "exit");
    child.stdin?.write("go\n");
    await exit;
    await database.run("UPDATE event_deliveries SET due_at = now()");
  }
  expect(await faultsOfNotices(topicId)).toHaveLength(FOLLOWERS);
});
