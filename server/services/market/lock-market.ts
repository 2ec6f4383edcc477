import { DomainError } from "#core/errors.ts";
import type { LmsrMarket } from "#core/market/lmsr-market.ts";
import type { Position } from "#core/market/position.ts";
import type { RestingOrder } from "#core/market/resting-order.ts";
import type { Action, Side } from "#core/market/stake.ts";
import type { Db, Tx } from "#db/client.ts";
import { Prisma } from "#db/generated/client.ts";
import { lockingRow } from "#db/locks.ts";

/** A market as it is stored. */
export interface StoredMarket extends LmsrMarket {
  readonly questionId: string;
  readonly tradeCount: number;
}

const columns = Prisma.sql`question_id AS "questionId", liquidity_micros AS "liquidityMicros", opening_prices AS "openingPrices",
  sold_micros AS "soldMicros", trade_count AS "tradeCount"`;

function noMarket(): DomainError {
  return new DomainError("market_must_exist", { field: "questionId" });
}

/** Locks a market until the transaction ends: its trades, orders and settlement come one after another. */
export async function lockMarket(tx: Tx, questionId: string): Promise<StoredMarket> {
  const [market] = await tx.$queryRaw<StoredMarket[]>`
    SELECT ${columns} FROM markets WHERE question_id = ${questionId}::uuid ${lockingRow(tx, "market", questionId)}`;
  if (!market) throw noMarket();
  return market;
}

/** As `lockMarket`, without the lock. */
export async function loadMarket(db: Db | Tx, questionId: string): Promise<StoredMarket> {
  const [market] = await db.$queryRaw<StoredMarket[]>`
    SELECT ${columns} FROM markets WHERE question_id = ${questionId}::uuid`;
  if (!market) throw noMarket();
  return market;
}

interface BookRow {
  id: string;
  user: string;
  action: Action;
  outcome: number;
  side: Side;
  limit: string;
  remaining: string;
  reserved: string;
}

/** What an act on a market needs to know besides the market, read in one go after its lock. */
export interface MarketFacts {
  readonly book: readonly RestingOrder[];
  readonly position: Position | null;
  readonly balanceMicros: bigint;
  /** The question is open and its crowd is revealed, so that it takes trades. */
  readonly isOpen: boolean;
}

/** The resting orders that have not expired and whose owner is not retired, the earliest first, and what a person holds. */
export async function loadMarketFacts(db: Db | Tx, questionId: string, userId: string | null): Promise<MarketFacts> {
  const [row] = await db.$queryRaw<
    {
      book: BookRow[] | null;
      shares: bigint[] | null;
      reserved: bigint[] | null;
      basis: bigint[] | null;
      realised: bigint | null;
      balance: bigint | null;
      isOpen: boolean;
    }[]
  >`
    SELECT (SELECT json_agg(json_build_object('id', o.id, 'user', o.user_id, 'action', o.action, 'outcome', o.outcome, 'side', o.side,
        'limit', o.limit_micros::text, 'remaining', o.remaining_micros::text, 'reserved', o.reserved_micros::text) ORDER BY o.sequence)
        FROM limit_orders o WHERE o.question_id = ${questionId}::uuid AND o.closed_at IS NULL
          AND (o.expires_at IS NULL OR o.expires_at > clock_timestamp())
          AND NOT EXISTS (SELECT FROM bot_retirements r WHERE r.bot_id = o.user_id)) AS book,
      p.shares_micros AS shares, p.reserved_micros AS reserved, p.basis_micros AS basis, p.realised_micros AS realised,
      a.balance_micros AS balance, market_is_open(${questionId}::uuid, clock_timestamp()) AS "isOpen"
    FROM (SELECT ${userId}::uuid AS id) AS who
      LEFT JOIN positions p ON p.question_id = ${questionId}::uuid AND p.user_id = who.id
      LEFT JOIN ledger_accounts a ON a.id = 'person:' || who.id`;
  const { book, shares, reserved, basis, realised, balance, isOpen = false } = row ?? {};
  return {
    book: (book ?? []).map((order) => ({
      id: order.id,
      userId: order.user,
      action: order.action,
      outcome: order.outcome,
      side: order.side,
      limitMicros: BigInt(order.limit),
      remainingMicros: BigInt(order.remaining),
      reservedMicros: BigInt(order.reserved),
    })),
    position:
      shares && reserved && basis
        ? { sharesMicros: shares, reservedMicros: reserved, basisMicros: basis, realisedMicros: realised ?? 0n }
        : null,
    balanceMicros: balance ?? 0n,
    isOpen,
  };
}
