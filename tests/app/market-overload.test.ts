import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Database, openPostgres } from "#db/client.ts";
import { Prisma } from "#db/generated/client.ts";
import { appRouter } from "#server/api/root.ts";
import { PEOPLE, prepareInstance } from "#tests/kill/prepare-instance.ts";
import { sessionOf } from "#tests/kill/submissions.ts";
import { chainFaults, holdingFaults } from "#tests/races/price-chain.ts";
import { withoutRoom } from "#tests/support/broken-database.ts";
import { anonymous } from "#tests/support/people.ts";
import { type PostgresServer, startPostgres } from "#tests/support/postgres-server.ts";
import { type ServedParley, serveParley } from "#tests/support/served-parley.ts";
import { aKey, ledgerFaults, NO_FAULTS } from "#tests/support/trading.ts";

/** Promise M12: too much at once is refused politely, by the built product over HTTP. */
const AT_ONCE = 200;
/** Longer than anybody waits for a connection, and shorter than anybody may hold one. */
const LONGEST_JAM_MS = 25_000;

let postgres: PostgresServer;
let database: Database;
let parley: ServedParley;
let sessions: string[];
let questionId: string;
beforeAll(async () => {
  postgres = await startPostgres();
  database = await openPostgres(postgres.url);
  questionId = await prepareInstance(database);
  parley = await serveParley({ env: { PARLEY_DEMO: "off", DATABASE_URL: postgres.url } });
  sessions = await Promise.all(PEOPLE.map((person) => sessionOf(parley.origin, person)));
});
afterAll(async () => {
  await parley.dispose();
  await database.close();
  await postgres.stop();
});

interface Answer {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly tookMs: number;
}

const aTrade = () => {
  const stake = { kind: "buy_budget", questionId, outcome: 0, side: "yes", budgetMicros: "10000" };
  return JSON.stringify({ json: { ...stake, idempotencyKey: aKey() } });
};

/** Sends a trade to whoever answers requests, and gives what it was answered with. */
async function sendTrade(answer: (request: Request) => Promise<Response>, number: number): Promise<Answer> {
  const { origin } = parley;
  const cookie = sessions[number % sessions.length] ?? "";
  const headers = { "content-type": "application/json", cookie, origin };
  const begunAt = performance.now();
  const response = await answer(
    new Request(`${origin}/api/trpc/market.trade`, { method: "POST", body: aTrade(), headers }),
  );
  await response.arrayBuffer();
  const { status, headers: told } = response;
  return { status, retryAfter: told.get("retry-after"), tookMs: performance.now() - begunAt };
}

const sendAtOnce = (answer: (request: Request) => Promise<Response> = fetch) =>
  Promise.all(Array.from({ length: AT_ONCE }, (_, number) => sendTrade(answer, number)));

/** The answers that are neither a trade nor a polite refusal, which says when to come back. */
const impolite = (answers: readonly Answer[]) =>
  answers.filter(({ status, retryAfter }) => {
    const isRefused = status === 429 || status === 503;
    return isRefused ? !/^[1-9]\d*$/.test(retryAfter ?? "") : status !== 200;
  });

const accepted = (answers: readonly Answer[]) => answers.filter(({ status }) => status === 200);

function tellAnswers(answers: readonly Answer[]): void {
  const times = accepted(answers)
    .map(({ tookMs }) => tookMs)
    .sort((a, b) => a - b);
  const p99 = times[Math.ceil(0.99 * times.length) - 1] ?? 0;
  console.log(`${times.length} of ${answers.length} trades accepted, the 99th of 100 within ${Math.round(p99)} ms`);
}

let stored = 0;
async function expectWholeAfter(answers: readonly Answer[]): Promise<void> {
  const { prisma } = database;
  stored += accepted(answers).length + 1;
  expect((await sendTrade(fetch, 0)).status).toBe(200);
  expect(await prisma.trade.count()).toBe(stored);
  expect(await ledgerFaults(prisma)).toEqual(NO_FAULTS);
  expect(await chainFaults(prisma, questionId)).toEqual([]);
  expect(await holdingFaults(prisma)).toEqual([]);
}

test(`M12: ${AT_ONCE} trades at once on one market are carried out or politely refused, and one afterwards is carried out`, async () => {
  const answers = await sendAtOnce();
  tellAnswers(answers);
  expect(impolite(answers)).toEqual([]);
  expect(accepted(answers).length).toBeGreaterThan(AT_ONCE / 2);
  await expectWholeAfter(answers);
});

/** Holds the market, as a trade does that takes too long, until told to let go. */
async function holdMarket(): Promise<{ letGo: () => Promise<void> }> {
  let end = () => {};
  const ended = new Promise<void>((done) => {
    end = done;
  });
  setTimeout(end, LONGEST_JAM_MS);
  let held = Promise.resolve();
  await new Promise<void>((isHeld) => {
    held = database.prisma.$transaction(
      async (tx) => {
        await tx.$executeRaw`SELECT FROM markets WHERE question_id = ${questionId}::uuid FOR UPDATE`;
        isHeld();
        await ended;
      },
      { timeout: 2 * LONGEST_JAM_MS },
    );
  });
  const letGo = () => {
    end();
    return held;
  };
  return { letGo };
}

test(`M12: of ${AT_ONCE} trades on a market that is held up, those without a connection are politely refused`, async () => {
  const { letGo } = await holdMarket();
  const answers = await sendAtOnce(async (request) => {
    const response = await fetch(request);
    if (!response.ok) await letGo();
    return response;
  });
  await letGo();
  tellAnswers(answers);
  expect(impolite(answers)).toEqual([]);
  expect(accepted(answers).length).toBeLessThan(AT_ONCE);
  await expectWholeAfter(answers);
});

test.each([
  [
    "a refusal that does not say when to come back",
    new Prisma.PrismaClientKnownRequestError("", { code: "P2028", clientVersion: "" }),
  ],
  ["a fault for whoever has no connection", new Error("timeout exceeded when trying to connect")],
])("what M12 would catch: %s", async (_, error) => {
  const person = { kind: "user", id: crypto.randomUUID(), name: "ada", role: "forecaster" } as const;
  const createContext = () => ({ ...anonymous(withoutRoom(database.prisma, error)), actor: person });
  const plain = (req: Request) => fetchRequestHandler({ endpoint: "/api/trpc", req, router: appRouter, createContext });
  expect(impolite(await sendAtOnce(plain))).toHaveLength(AT_ONCE);
});
