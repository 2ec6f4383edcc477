import pg from "pg";
import type { Database } from "#db/client.ts";
import { trade } from "#services/market/trade.ts";
import { timeOrderedId } from "#services/time-ordered-id.ts";
import { someone } from "#tests/support/people.ts";
import { aKey, aMarket, aTrader, CREDIT } from "#tests/support/trading.ts";
import { type Benchmark, type Figure, timingFigures, timings } from "./benchmark.ts";
import { type BenchDatabase, onPostgres } from "./databases.ts";

/** As many at once as a pool has room for beside other work. */
const CONNECTIONS = 8;
const PER_ROUND = 200;
const ROUNDS = 6;

type Person = Awaited<ReturnType<typeof aTrader>>;
interface Round {
  readonly times: number[];
  readonly ms: number;
}

/** What one trade writes, statement by statement, each prepared: nothing is asked but what the rows need. */
async function bareTrade(pool: pg.Pool, questionId: string, userId: string): Promise<void> {
  const client = await pool.connect();
  const run = (name: string, text: string, values: unknown[]) => client.query({ name, text, values });
  try {
    await client.query("BEGIN");
    const { rows } = await run(
      "lock",
      "SELECT sold_micros, trade_count FROM markets WHERE question_id = $1 FOR NO KEY UPDATE",
      [questionId],
    );
    await run("balance", "SELECT balance_micros FROM ledger_accounts WHERE id = $1", [`person:${userId}`]);
    const { sold_micros: sold, trade_count: count } = rows[0] as { sold_micros: string[]; trade_count: number };
    const after = sold.map((held, i) => String(BigInt(held) + (i === count % 2 ? CREDIT : 0n)));
    const [transactionId, tradeId] = [timeOrderedId(), timeOrderedId()];
    await run("transaction", "INSERT INTO ledger_transactions (id, kind, question_id) VALUES ($1, 'trade', $2)", [
      transactionId,
      questionId,
    ]);
    await run(
      "entries",
      "INSERT INTO ledger_entries (transaction_id, position, account_id, amount_micros) VALUES ($1, 0, $2, 500000), ($1, 1, $3, -500000)",
      [transactionId, `market:${questionId}`, `person:${userId}`],
    );
    await run(
      "trade",
      `INSERT INTO trades (id, question_id, number, user_id, action, outcome, side, shares_micros, cost_micros, redeemed_micros, sold_before,
        sold_after, prices_after, transaction_id, idempotency_key, request_hash)
      VALUES ($1, $2, $3, $4, 'buy', 0, 'yes', 1000000, 500000, 0, $5, $6, '{0.5,0.5}', $7, $8, 'none')`,
      [tradeId, questionId, count + 1, userId, sold, after, transactionId, aKey()],
    );
    await run(
      "leg",
      "INSERT INTO trade_legs (trade_id, number, shares_micros, taker_micros, owner_micros) VALUES ($1, 0, 1000000, 500000, 0)",
      [tradeId],
    );
    await run(
      "market",
      "UPDATE markets SET sold_micros = $2, trade_count = trade_count + 1, volume_micros = volume_micros + 500000 WHERE question_id = $1",
      [questionId, after],
    );
    await run(
      "position",
      `INSERT INTO positions (question_id, user_id, shares_micros, reserved_micros, basis_micros, realised_micros)
      VALUES ($1, $2, '{1000000,0}', '{0,0}', '{500000,0}', 0)
      ON CONFLICT (question_id, user_id) DO UPDATE SET shares_micros = EXCLUDED.shares_micros, basis_micros = EXCLUDED.basis_micros`,
      [questionId, userId],
    );
    await client.query("COMMIT");
  } finally {
    client.release();
  }
}

/** Carries out so many pieces of work with as many at once as there are connections; milliseconds of each, and of all. */
async function atOnce(count: number, work: (number: number) => Promise<unknown>): Promise<Round> {
  const times: number[] = [];
  let begun = 0;
  const startedAt = performance.now();
  const one = async () => {
    while (begun < count) {
      const number = begun++;
      const at = performance.now();
      await work(number);
      times.push(performance.now() - at);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, one));
  return { times, ms: performance.now() - startedAt };
}

async function prepare(database: Database, markets: number) {
  const moderator = await someone(database.prisma, "moderator");
  const people: Person[] = [];
  for (let i = 0; i < 50; i++) people.push(await aTrader(database.prisma, 100_000n));
  const made = async () => (await aMarket(database.prisma, moderator, { liquidity: 10_000n })).id;
  const [own, bare]: [string[], string[]] = [[], []];
  for (let i = 0; i < markets; i++) {
    own.push(await made());
    bare.push(await made());
  }
  return { people, own, bare };
}

async function figures(database: BenchDatabase, name: string, markets: number): Promise<Figure[]> {
  const pool = new pg.Pool({ connectionString: database.url ?? "", max: 10 });
  try {
    const { people, own, bare } = await prepare(database, markets);
    const at = <T>(list: readonly T[], i: number) => list[i % list.length] as T;
    const ours = (i: number) =>
      trade(at(people, i), {
        kind: "buy_shares",
        questionId: at(own, i),
        outcome: 0,
        side: i % 2 === 0 ? "yes" : "no",
        sharesMicros: CREDIT,
        maxCostMicros: CREDIT,
        idempotencyKey: aKey(),
      });
    const theirs = (i: number) => bareTrade(pool, at(bare, i), at(people, i).actor.id);
    const rounds: { own: Round; bare: Round }[] = [];
    for (let round = -1; round < ROUNDS; round++) {
      const pair = { own: await atOnce(PER_ROUND, ours), bare: await atOnce(PER_ROUND, theirs) };
      if (round >= 0) rounds.push(pair);
    }
    const ratios = rounds.map((pair) => pair.bare.ms / pair.own.ms).sort((a, b) => a - b);
    const rate = (side: "own" | "bare") =>
      (1000 * ROUNDS * PER_ROUND) / rounds.reduce((sum, pair) => sum + pair[side].ms, 0);
    const n = ROUNDS * PER_ROUND;
    const ratio = ratios[Math.floor(ratios.length / 2)] ?? Number.NaN;
    const baseline = "a bare pg transaction that writes the same rows";
    return [
      { name, n, value: rate("own"), unit: "trades/s", ratio, baseline },
      { name: `${name}: bare`, n, value: rate("bare"), unit: "transactions/s", ratio: null, baseline: null },
      ...timingFigures(`${name}: one trade`, n, timings(rounds.flatMap((pair) => pair.own.times)), null, null),
      ...timingFigures(`${name}: one bare`, n, timings(rounds.flatMap((pair) => pair.bare.times)), null, null),
    ];
  } finally {
    await pool.end();
  }
}

/** Trades of eight connections on one market, or on eight. */
export const tradeBenchmarks: readonly Benchmark[] = [
  { name: "trade-hot", groups: ["market"], run: () => onPostgres((database) => figures(database, "trade-hot", 1)) },
  { name: "trade-eight", groups: ["market"], run: () => onPostgres((database) => figures(database, "trade-eight", 8)) },
];
