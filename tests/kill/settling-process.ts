/**
 * Settles markets over and over, in a process of its own until it is killed: `node tests/kill/settling-process.ts SEED`. The database is told by
 * DATABASE_URL. Each settlement is a line of the output, written after it is committed and not before.
 */
import { randomSequence } from "#core/random/random-sequence.ts";
import { closeDatabase, database } from "#db/client.ts";
import { settledBy } from "#tests/support/trading.ts";

const [seed = ""] = process.argv.slice(2);
const chance = randomSequence(seed);
const { prisma } = await database();
const markets = await prisma.market.findMany({ orderBy: { questionId: "asc" } });

try {
  for (;;) {
    const { questionId, soldMicros } = markets[chance.below(markets.length)] as (typeof markets)[number];
    const answers = soldMicros.length === 2 ? ["yes", "no", null] : [null];
    const answer = answers[chance.below(answers.length)] ?? null;
    await settledBy(prisma, questionId, answer, new Date(Date.now() - chance.below(60_000)));
    process.stdout.write(`settled ${questionId}\n`);
  }
} catch {
  // The database is gone: what was not acknowledged may have happened or not.
  await closeDatabase().catch(() => {});
  process.exit(3);
}
