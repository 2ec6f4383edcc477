import type { z } from "zod";
import { DomainError } from "#core/errors.ts";
import { personAccount } from "#core/ledger/account-ids.ts";
import { sumMicros } from "#core/ledger/micros.ts";
import { tradeAtOnce } from "#core/market/market-act.ts";
import { noPosition } from "#core/market/position.ts";
import { tradeMoves } from "#core/market/trade-entries.ts";
import type { Tx } from "#db/client.ts";
import { authorizePerson } from "#services/authorize.ts";
import type { ServiceContext } from "#services/context.ts";
import { transact } from "#services/transact.ts";
import { earlierTrade } from "./earlier-trade.ts";
import type { TradeInput } from "./input.ts";
import { loadMarketFacts, lockMarket } from "./lock-market.ts";
import type { tradeOutput } from "./output.ts";
import { shownLegs } from "./quote.ts";
import { recordFilledOrders } from "./record-filled-orders.ts";
import { closedMarket, refusalOfTrade, uncovered } from "./refusal-of-trade.ts";
import { ensureWithinLimits, requestHash, termsOfRequest } from "./terms-of-request.ts";
import { writeAct } from "./write-act.ts";

type Request = TradeInput;
type Receipt = z.input<typeof tradeOutput>;

async function execute(tx: Tx, person: { id: string; now: Date }, request: Request): Promise<Receipt> {
  const { id: userId } = person;
  const market = await lockMarket(tx, request.questionId);
  const key = { idempotencyKey: request.idempotencyKey, requestHash: requestHash(request) };
  const facts = await loadMarketFacts(tx, request.questionId, userId);
  const made = await earlierTrade(tx, userId, key);
  if (made) return { ...made, balanceMicros: facts.balanceMicros };
  if (!facts.isOpen) throw await closedMarket(tx, request.questionId, person.now);
  const position = facts.position ?? noPosition(market.soldMicros.length);
  const act = tradeAtOnce({ market, book: facts.book }, termsOfRequest(market, userId, request), position);
  const [trade] = act.trades;
  if (!trade) throw new DomainError("trade_must_move_something");
  ensureWithinLimits(request, trade);
  const own = tradeMoves(request.questionId, trade).find(({ accountId }) => accountId === personAccount(userId));
  const balanceMicros = sumMicros([facts.balanceMicros, own?.micros ?? 0n]);
  if (balanceMicros < 0n) throw uncovered();
  const all = await writeAct(tx, market, act, { userId, position, book: facts.book, key });
  const [written] = all;
  if (!written) throw new Error("The database took a trade and did not say when.");
  await recordFilledOrders(tx, request.questionId, { book: facts.book, act, written: all });
  const { action, outcome, side, sharesMicros, costMicros, redeemedMicros, pricesAfter } = trade;
  return {
    ...written,
    action,
    outcome,
    side,
    sharesMicros,
    costMicros,
    redeemedMicros,
    pricesAfter: [...pricesAfter],
    legs: shownLegs(trade),
    balanceMicros,
  };
}

/**
 * A person buys or sells at once, from the maker and the orders in the way. What it costs is within the limit that was sent with it, or nothing
 * happens; the same key sent again answers with the trade that it made.
 */
export async function trade(ctx: ServiceContext, request: TradeInput): Promise<Receipt> {
  const person = authorizePerson(ctx, "trade");
  return refusalOfTrade(
    ctx,
    request.questionId,
    transact(ctx, (tx) => execute(tx, { id: person.id, now: ctx.now }, request)),
  );
}
