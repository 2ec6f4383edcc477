import type { ServiceContext } from "#services/context.ts";
import { grantCredits } from "#services/ledger/grant-credits.ts";
import { createBot } from "#services/user/create-bot.ts";
import { job, type someone } from "./people.ts";

type Person = Awaited<ReturnType<typeof someone>>;

let made = 0;

/** A bot of somebody's with credits to trade with, as the context in which it acts. */
export async function aTradingBot(owner: Person, amountMicros = 1_000_000_000n): Promise<Person & ServiceContext> {
  const name = `trading-bot-${++made}`;
  const { id } = await createBot(owner, { name });
  await grantCredits(job(owner.db), { userId: id, amountMicros, reason: "A test needs it." });
  return { ...owner, actor: { ...owner.actor, id, name } };
}
