import { Prisma } from "#db/generated/client.ts";
import { crowdIsVisible } from "#services/visibility.ts";
import { ADMINS_ONLY, type LeafKind, ownEntries } from "./leaf-kind.ts";

/** What is sealed of the play-money side: its ledger, and what was traded. */
export const MARKET_LEAF_KINDS = {
  ledger: {
    label: "a transaction of the ledger, with its entries",
    key: Prisma.sql`a.id`,
    keyType: "uuid",
    value: Prisma.sql`jsonb_build_object('kind', a.kind, 'madeAt', iso_instant(a.made_at), 'questionId', a.question_id,
      'settlementId', a.settlement_id, 'reversesId', a.reverses_id, 'onceKey', a.once_key, 'note', a.note,
      'entries', (
        SELECT COALESCE(jsonb_agg(jsonb_build_object('accountId', e.account_id, 'amountMicros', e.amount_micros::text)
          ORDER BY e.position), '[]') FROM ledger_entries e WHERE e.transaction_id = a.id))`,
    rows: Prisma.sql`ledger_transactions a LEFT JOIN questions q ON q.id = a.question_id`,
    isReadable: (reader) => Prisma.sql`(${ownEntries(reader)} OR ${ADMINS_ONLY(reader)} AND ${crowdIsVisible(reader)})`,
  },
  trade: {
    label: "a trade, with its parts",
    key: Prisma.sql`t.id`,
    keyType: "uuid",
    value: Prisma.sql`jsonb_build_object('questionId', t.question_id, 'number', t.number, 'userId', t.user_id,
      'orderId', t.order_id, 'action', t.action, 'outcome', t.outcome, 'side', t.side, 'sharesMicros', t.shares_micros::text,
      'costMicros', t.cost_micros::text, 'redeemedMicros', t.redeemed_micros::text, 'soldBefore', t.sold_before::text[],
      'soldAfter', t.sold_after::text[], 'pricesAfter', t.prices_after, 'madeAt', iso_instant(t.made_at),
      'transactionId', t.transaction_id, 'importBatchId', t.import_batch_id, 'legs', (
        SELECT COALESCE(jsonb_agg(jsonb_build_object('orderId', l.order_id, 'sharesMicros', l.shares_micros::text,
          'takerMicros', l.taker_micros::text, 'ownerMicros', l.owner_micros::text) ORDER BY l.number), '[]')
        FROM trade_legs l WHERE l.trade_id = t.id))`,
    rows: Prisma.sql`trades t JOIN questions q ON q.id = t.question_id`,
    // Not even one's own, whose prices tell: who traded sees what they paid in the ledger.
    isReadable: crowdIsVisible,
  },
} as const satisfies Record<string, LeafKind>;
