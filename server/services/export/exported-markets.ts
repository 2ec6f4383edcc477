import type { Tx } from "#db/client.ts";
import { Prisma } from "#db/generated/client.ts";
import type { BundleText } from "#services/bundle/bundle-document.ts";
import { cursorRows, ofTopic } from "./cursor-rows.ts";

type MarketText = NonNullable<BundleText["markets"]>[number];
type OrderText = NonNullable<BundleText["orders"]>[number];
type TradeText = NonNullable<BundleText["trades"]>[number];

/** The published question of a row that names one, of one topic alone where it is asked for. */
const published = (topic: string | undefined) => Prisma.sql`
  JOIN questions q ON q.id = m.question_id AND ${ofTopic(Prisma.sql`q.topic_id`, topic)}
  JOIN publications p ON p.question_id = q.id`;

/** The terms of the markets. What people hold, and what was paid out, follows from the trades and the answer. */
export function exportedMarkets(tx: Tx, topic: string | undefined): AsyncGenerator<MarketText> {
  return cursorRows(
    tx,
    Prisma.sql`
      SELECT q.slug AS "questionId", m.liquidity_micros::text AS "liquidityMicros", m.opening_prices AS "openingPrices",
        NULLIF(m.bucket_bounds, '{}') AS "bucketBounds", iso_instant(m.opened_at) AS "openedAt"
      FROM markets m ${published(topic)} ORDER BY q.opens_at, q.slug COLLATE "C"`,
  );
}

/** The orders of all markets, numbered as they were placed. */
export function exportedOrders(tx: Tx, topic: string | undefined): AsyncGenerator<OrderText> {
  return cursorRows(
    tx,
    Prisma.sql`
      SELECT q.slug AS "questionId", m.number AS "number", u.name AS "forecasterId", m.action AS "action", m.outcome AS "outcome",
        m.side AS "side", m.shares_micros::text AS "sharesMicros", m.limit_micros::text AS "limitMicros",
        m.remaining_micros::text AS "remainingMicros", iso_instant(m.placed_at) AS "placedAt", iso_instant(m.expires_at) AS "expiresAt",
        iso_instant(m.closed_at) AS "closedAt", m.closed_by AS "closedBy"
      FROM (SELECT o.*, row_number() OVER (PARTITION BY question_id ORDER BY sequence) AS number FROM limit_orders o) AS m
        ${published(topic)} JOIN users u ON u.id = m.user_id
      ORDER BY q.opens_at, q.slug COLLATE "C", m.number`,
  );
}

/** The trades of all markets with what they met. */
export function exportedTrades(tx: Tx, topic: string | undefined): AsyncGenerator<TradeText> {
  return cursorRows(
    tx,
    Prisma.sql`
      WITH numbered AS MATERIALIZED (SELECT id, row_number() OVER (PARTITION BY question_id ORDER BY sequence) AS number FROM limit_orders)
      SELECT q.slug AS "questionId", m.number AS "number", iso_instant(m.made_at) AS "madeAt", u.name AS "forecasterId",
        m.action AS "action", m.outcome AS "outcome", m.side AS "side", m.shares_micros::text AS "sharesMicros", own.number AS "order",
        m.cost_micros::text AS "costMicros", CASE WHEN m.redeemed_micros > 0 THEN m.redeemed_micros::text END AS "redeemedMicros",
        (SELECT json_agg(json_strip_nulls(json_build_object('order', met.number, 'sharesMicros', l.shares_micros::text,
            'takerMicros', l.taker_micros::text, 'ownerMicros', CASE WHEN met.number IS NOT NULL THEN l.owner_micros::text END)) ORDER BY l.number)
          FROM trade_legs l LEFT JOIN numbered met ON met.id = l.order_id WHERE l.trade_id = m.id) AS "legs"
      FROM trades m ${published(topic)} JOIN users u ON u.id = m.user_id LEFT JOIN numbered own ON own.id = m.order_id
      ORDER BY q.opens_at, q.slug COLLATE "C", m.number`,
  );
}
