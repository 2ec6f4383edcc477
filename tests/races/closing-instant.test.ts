import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DomainError } from "#core/errors.ts";
import type { Database, Tx } from "#db/client.ts";
import type { ServiceContext } from "#services/context.ts";
import { submitForecast } from "#services/forecast/submit-forecast.ts";
import { times } from "#tests/support/chance.ts";
import { aQuestion } from "#tests/support/forecasting.ts";
import { someone } from "#tests/support/people.ts";
import { testDatabase } from "#tests/support/test-database.ts";

/** Promises F1 and F2: the closing instant is exact, however many arrive at it and however long they waited. */
const CLIENTS = 50;
const ROUNDS = times(50);
/** A wave waits on one lock; each of it and the holder need a connection of the pool's ten. */
const WAVE = 5;
const WAVES = 10;

interface Crowd {
  database: Database;
  moderator: ServiceContext;
  people: ServiceContext[];
}

async function crowd(): Promise<Crowd> {
  const database = await testDatabase();
  const moderator = await someone(database.prisma, "moderator");
  const people: ServiceContext[] = [];
  for (let i = 0; i < CLIENTS; i++) people.push(await someone(database.prisma));
  return { database, moderator, people };
}

const isRefusal = (error: unknown) => error instanceof DomainError && error.code === "question_must_be_open";

/**
 * Every client submits once, at a moment of its own around the closing instant, which comes after a time that leaves some of them
 * before it and some after.
 */
async function submitAcrossClose({ database, moderator, people }: Crowd, round: number, openMs: number) {
  const closesAt = new Date(Date.now() + openMs + ((round * 37) % 300));
  const question = await aQuestion(database.prisma, moderator, { closesAt });
  const attempts = await Promise.all(
    people.map(async (person, i) => {
      await sleep((i * 7 + round * 13) % 200);
      try {
        return (await submitForecast(person, { questionId: question.id, probabilities: [0.1 + i / 100] })).id;
      } catch (error) {
        if (isRefusal(error)) return null;
        throw error;
      }
    }),
  );
  const stored = await database.prisma.forecast.findMany({ where: { questionId: question.id } });
  return {
    acknowledged: attempts.filter((id) => id !== null).sort(),
    stored: stored.map(({ id }) => id).sort(),
    late: stored.filter(({ madeAt }) => madeAt >= closesAt).length,
  };
}

/** Whether a whole wave came to wait for the lock while the question was still open. */
async function waveWaits(tx: Tx, closesAt: Date): Promise<boolean> {
  for (;;) {
    const [row] = await tx.$queryRaw<{ waiting: number; isOpen: boolean }[]>`
      SELECT count(*)::int AS waiting, clock_timestamp() < ${closesAt}::timestamptz AS "isOpen"
      FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    if (row?.waiting === WAVE) return row.isOpen;
    if (!row?.isOpen) return false;
    await sleep(5);
  }
}

interface Wave {
  /** How many were taken. */
  readonly taken: number;
  /** How many of those are stamped with an instant at or after the close. */
  readonly late: number;
}

/**
 * Submissions that began before the close wait for a lock that is let go after it; gives what became of them, or null
 * when the machine was too busy to begin them all in time.
 */
async function waveBehindLock({ database, moderator, people }: Crowd, openMs: number): Promise<Wave | null> {
  const closesAt = new Date(Date.now() + openMs);
  const { id: questionId } = await aQuestion(database.prisma, moderator, { closesAt });
  let submissions: Promise<PromiseSettledResult<unknown>[]> | undefined;
  const didWait = await database.prisma.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM questions WHERE id = ${questionId}::uuid FOR UPDATE`;
    submissions = Promise.allSettled(
      people.slice(0, WAVE).map((person) => submitForecast(person, { questionId, probabilities: [0.5] })),
    );
    const waits = await waveWaits(tx, closesAt);
    await tx.$executeRaw`SELECT pg_sleep_until(${closesAt}::timestamptz + interval '5 milliseconds')`;
    return waits;
  });
  const settled = (await submissions) ?? [];
  for (const result of settled) {
    if (result.status === "rejected" && !isRefusal(result.reason)) throw result.reason;
  }
  const taken = settled.filter(({ status }) => status === "fulfilled").length;
  expect(await database.prisma.forecast.count({ where: { questionId } })).toBe(taken);
  const late = await database.prisma.forecast.count({ where: { questionId, madeAt: { gte: closesAt } } });
  return didWait ? { taken, late } : null;
}

async function submitBehindLock(crowd: Crowd): Promise<Wave> {
  for (let openMs = 500; openMs < 20_000; openMs *= 2) {
    const wave = await waveBehindLock(crowd, openMs);
    if (wave) return wave;
  }
  throw new Error("The clients never came to wait before the close.");
}

describe("across the closing instant", () => {
  let sound: Crowd;
  beforeAll(async () => {
    sound = await crowd();
  });
  afterAll(() => sound.database.close());

  test(`F1: of ${ROUNDS} × ${CLIENTS} submissions none is taken at or after the close, and what is acknowledged is stored`, async () => {
    let [accepted, across, openMs] = [0, 0, 100];
    // However slow the machine is, the close comes to lie among the submissions: later where none was in time, else earlier.
    for (let round = 0; across < ROUNDS; round++) {
      const { acknowledged, stored, late } = await submitAcrossClose(sound, round, openMs);
      expect({ round, late, stored }).toEqual({ round, late: 0, stored: acknowledged });
      if (acknowledged.length === 0) openMs *= 1.5;
      else if (acknowledged.length === CLIENTS) openMs /= 1.5;
      else {
        across++;
        accepted += acknowledged.length;
      }
    }
    console.log(`F1: ${accepted} of ${ROUNDS * CLIENTS} submissions taken, 0 of them at or after the close`);
  });

  test(`F2: of ${WAVES * WAVE} submissions that waited on a lock across the close, all are refused`, async () => {
    let taken = 0;
    for (let wave = 0; wave < WAVES; wave++) taken += (await submitBehindLock(sound)).taken;
    expect(taken).toBe(0);
  });
});

describe("what these tests would catch", () => {
  let broken: Crowd;
  beforeAll(async () => {
    broken = await crowd();
  });
  afterAll(() => broken.database.close());

  test("F2 sees a check against the time the transaction began", async () => {
    await broken.database.run(`
      CREATE OR REPLACE FUNCTION admit_forecast() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.made_at := date_trunc('milliseconds', now());
        IF NOT EXISTS (SELECT FROM questions q WHERE q.id = NEW.question_id AND NEW.made_at < q.closes_at) THEN
          RAISE EXCEPTION 'question_must_be_open' USING ERRCODE = 'PA001';
        END IF;
        RETURN NEW;
      END $$`);
    expect(await submitBehindLock(broken)).toMatchObject({ taken: WAVE });
  });

  test("F1 sees forecasts that are stamped and not checked", async () => {
    await broken.database.run(`
      DROP TRIGGER admit ON forecasts;
      CREATE TRIGGER admit BEFORE INSERT ON forecasts FOR EACH ROW EXECUTE FUNCTION stamp('made_at')`);
    expect(await submitBehindLock(broken)).toEqual({ taken: WAVE, late: WAVE });
  });
});
