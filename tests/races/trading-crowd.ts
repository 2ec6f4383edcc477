import { DomainError } from "#core/errors.ts";
import type { randomSequence } from "#core/random/random-sequence.ts";
import type { Database } from "#db/client.ts";
import { cancelOrder } from "#services/market/cancel-order.ts";
import { placeOrder, trade } from "#tests/support/as-requested.ts";
import { someone } from "#tests/support/people.ts";
import { aKey, aMarket, aTrader, CREDIT } from "#tests/support/trading.ts";

type Chance = ReturnType<typeof randomSequence>;
export type Person = Awaited<ReturnType<typeof aTrader>>;

/** What a random act came to, by the key that it was sent with. */
export interface Sent {
  readonly key: string;
  readonly kind: "trade" | "order" | "cancel";
  readonly id: string | null;
  /** The rule that refused it. */
  readonly refusedBy: string | null;
}

export interface Crowd {
  readonly people: Person[];
  readonly markets: { id: string; outcomes: number }[];
}

/** People with credits, and markets of two and three outcomes that all of them trade in. */
export async function aCrowd(database: Database, people: number, markets: number, liquidity = 100n): Promise<Crowd> {
  const db = database.prisma;
  const moderator = await someone(db, "moderator");
  const crowd: Crowd = { people: [], markets: [] };
  for (let i = 0; i < people; i++) crowd.people.push(await aTrader(db, 200n));
  for (let i = 0; i < markets; i++) {
    const options = i % 4 === 3 ? { options: ["one", "two", "three"] } : {};
    const { id } = await aMarket(db, moderator, { liquidity, ...options });
    crowd.markets.push({ id, outcomes: i % 4 === 3 ? 3 : 2 });
  }
  return crowd;
}

const oneOf = <T>(list: readonly T[], chance: Chance) => list[Math.floor(chance.next() * list.length)] as T;
const upTo = (micros: bigint, chance: Chance) => 1n + BigInt(Math.floor(chance.next() * Number(micros)));

/** One random act of somebody in one of the markets: mostly trades, some orders, some cancellations. */
export async function randomAct(
  crowd: Pick<Crowd, "people" | "markets">,
  chance: Chance,
  db: Database["prisma"],
  key = aKey(),
): Promise<Sent> {
  const person = { ...oneOf(crowd.people, chance), db };
  const { id: questionId, outcomes } = oneOf(crowd.markets, chance);
  const stake = {
    questionId,
    outcome: Math.floor(chance.next() * outcomes),
    side: oneOf(["yes", "no"] as const, chance),
  };
  const drawn = chance.next();
  const kind = drawn < 0.7 ? "trade" : drawn < 0.93 ? "order" : "cancel";
  const keyed = { idempotencyKey: key };
  const amount = upTo(20n * CREDIT, chance);
  const limitMicros = BigInt(50 + Math.floor(chance.next() * 900)) * 1000n;
  const sharesMicros = (amount / 1000n + 1n) * 1000n;
  const action = oneOf(["buy", "buy", "sell"] as const, chance);
  const probability = 0.05 + 0.9 * chance.next();
  const how = chance.next();
  try {
    if (kind === "order") {
      const { id } = await placeOrder(person, { ...stake, ...keyed, action, sharesMicros, limitMicros });
      return { key, kind, id, refusedBy: null };
    }
    if (kind === "cancel") {
      const open = await db.limitOrder.findFirst({ where: { userId: person.actor.id, closedAt: null } });
      if (open) await cancelOrder(person, { orderId: open.id });
      return { key, kind, id: null, refusedBy: null };
    }
    const { id } = await trade(
      person,
      how < 0.4
        ? { kind: "buy_budget", ...stake, ...keyed, budgetMicros: amount }
        : how < 0.6
          ? { kind: "buy_shares", ...stake, ...keyed, sharesMicros: amount }
          : how < 0.8
            ? { kind: "sell_shares", ...stake, ...keyed, sharesMicros: amount }
            : { kind: "toward", questionId, outcome: stake.outcome, ...keyed, probability, budgetMicros: amount },
    );
    return { key, kind, id, refusedBy: null };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { key, kind, id: null, refusedBy: error.code };
  }
}

/** Lets workers act one after another, all of them at once, until so many acts were sent. */
export async function actAtOnce(
  acts: number,
  workers: number,
  act: (worker: number, number: number) => Promise<Sent>,
): Promise<Sent[]> {
  const sent: Sent[] = [];
  let begun = 0;
  const work = async (worker: number) => {
    while (begun < acts) sent.push(await act(worker, begun++));
  };
  await Promise.all(Array.from({ length: workers }, (_, worker) => work(worker)));
  return sent;
}
