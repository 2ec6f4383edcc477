/**
 * Trades, or settles markets, in a process of its own until it is killed: `node tests/kill/trading-process.ts trade|settle SEED`. The database is told
 * by DATABASE_URL. Each acknowledged act is a line of the output, written after the answer and not before.
 */
import { randomSequence } from "#core/random/random-sequence.ts";
import { closeDatabase, database } from "#db/client.ts";
import { randomAct } from "#tests/races/trading-crowd.ts";
import { settledBy } from "#tests/support/trading.ts";

const [kind, seed = ""] = process.argv.slice(2);
const chance = randomSequence(seed);
const { prisma } = await database();

const people = (await prisma.user.findMany({ where: { role: "forecaster" } })).map(({ id, name }) => ({
  actor: { kind: "user" as const, id, name, role: "forecaster" as const },
  now: new Date(),
  db: prisma,
}));
const rows = await prisma.market.findMany({ orderBy: { questionId: "asc" } });
const open = await prisma.market.findMany({
  where: { question: { final: { is: null } } },
  orderBy: { questionId: "asc" },
});
const markets = (open.length > 0 ? open : rows).map(({ questionId, soldMicros }) => ({
  id: questionId,
  outcomes: soldMicros.length,
}));

process.stdout.write("ready\n");

async function tradeOn(worker: number): Promise<void> {
  for (let number = 0; ; number++) {
    const { key, id } = await randomAct({ people, markets }, chance, prisma, `${seed}-${worker}-${number}`);
    if (id) process.stdout.write(`${key} ${id}\n`);
  }
}

async function settleOn(): Promise<void> {
  for (;;) {
    const { id, outcomes } = markets[chance.below(markets.length)] as (typeof markets)[number];
    const answers = outcomes === 2 ? ["yes", "no", null] : [null];
    const answer = answers[chance.below(answers.length)] ?? null;
    await settledBy(prisma, id, answer, new Date(Date.now() - chance.below(60_000)));
    process.stdout.write(`settled ${id}\n`);
  }
}

try {
  await (kind === "settle" ? settleOn() : Promise.all([0, 1, 2, 3].map(tradeOn)));
} catch {
  // The database is gone: what was not acknowledged may have happened or not.
  await closeDatabase().catch(() => {});
  process.exit(3);
}
