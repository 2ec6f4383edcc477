import type { z } from "zod";
import { escrowAccount, owedAccount, personAccount } from "#core/ledger/account-ids.ts";
import { TRANSACTION_KINDS, type TransactionKind } from "#core/ledger/transaction-kinds.ts";
import { bucketLabels } from "#core/market/bucket-labels.ts";
import type { Action, Side } from "#core/market/stake.ts";
import { tradeWords } from "#core/market/trade-words.ts";
import { authorizePerson } from "../authorize.ts";
import type { ServiceContext } from "../context.ts";
import { type StatementInput, statementInput } from "./input.ts";
import type { statementOutput } from "./output.ts";

interface Row {
  sequence: bigint;
  accountId: string;
  amountMicros: bigint;
  balanceMicros: bigint;
  kind: TransactionKind;
  note: string;
  madeAt: Date;
  slug: string | null;
  title: string | null;
  trade: {
    action: Action;
    outcome: number;
    side: Side;
    shares: string;
    label: string | null;
    own: boolean;
    type: string;
    unit: string | null;
    bounds: number[];
  } | null;
}

export type StatementItem = z.input<typeof statementOutput>["items"][number];

const ACCOUNTS = { person: "balance", escrow: "escrow", owed: "owed" } as const;

/** Whose entries, and the balance after each: the sum of all before it, itself included. */
function rowsBefore(ctx: ServiceContext, userId: string, cursor: string | undefined, limit: number): Promise<Row[]> {
  const accounts = [personAccount(userId), escrowAccount(userId), owedAccount(userId)];
  return ctx.db.$queryRaw<Row[]>`
    SELECT e.sequence, e.account_id AS "accountId", e.amount_micros AS "amountMicros", t.kind, t.note, t.made_at AS "madeAt",
      (SELECT a.balance_micros FROM ledger_accounts a WHERE a.id = e.account_id)
        - COALESCE((SELECT sum(later.amount_micros) FROM ledger_entries later
            WHERE later.account_id = e.account_id AND later.sequence > e.sequence), 0)::bigint AS "balanceMicros",
      q.slug, q.title,
      (SELECT json_build_object('action', d.action, 'outcome', d.outcome, 'side', d.side, 'shares', d.shares_micros::text,
          'own', d.user_id = ${userId}::uuid, 'type', q.type, 'unit', q.unit,
          'bounds', (SELECT m.bucket_bounds FROM markets m WHERE m.question_id = q.id),
          'label', (SELECT o.label FROM question_options o WHERE o.question_id = q.id AND o.position = d.outcome))
        FROM trades d WHERE d.transaction_id = COALESCE(t.reverses_id, t.id)) AS trade
    FROM ledger_entries e JOIN ledger_transactions t ON t.id = e.transaction_id LEFT JOIN questions q ON q.id = t.question_id
    WHERE e.account_id = ANY (${accounts}) AND (${cursor ?? null}::bigint IS NULL OR e.sequence < ${cursor ?? null}::bigint)
    ORDER BY e.sequence DESC LIMIT ${limit}`;
}

/** What the outcome of a trade is called: an option, or a part of a range; null for yes and no. */
function labelOf({ label, outcome, type, unit, bounds }: NonNullable<Row["trade"]>): string | null {
  return bounds.length > 0 ? (bucketLabels(type, unit ?? "", bounds)[outcome] ?? null) : label;
}

function itemOf(row: Row): StatementItem {
  const { trade } = row;
  const [kind] = row.accountId.split(":");
  const words = trade
    ? trade.own
      ? tradeWords({ ...trade, label: labelOf(trade), sharesMicros: BigInt(trade.shares) })
      : "An order of yours was met by somebody's trade"
    : row.note;
  return {
    id: String(row.sequence),
    madeAt: row.madeAt,
    kind: row.kind,
    label: TRANSACTION_KINDS[row.kind],
    account: ACCOUNTS[kind as keyof typeof ACCOUNTS],
    amountMicros: row.amountMicros,
    balanceMicros: row.balanceMicros,
    note: words,
    question: row.slug && row.title ? { slug: row.slug, title: row.title } : null,
  };
}

/** Every movement of one's own credits, the newest first, with what it was for and what it left. */
export async function statement(ctx: ServiceContext, input: StatementInput): Promise<z.input<typeof statementOutput>> {
  const { id } = authorizePerson(ctx, "read_own_ledger");
  const { cursor, limit } = statementInput.parse(input);
  const rows = await rowsBefore(ctx, id, cursor, limit + 1);
  const items = rows.slice(0, limit).map(itemOf);
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** The whole statement, a page after another. */
export async function* wholeStatement(ctx: ServiceContext): AsyncGenerator<StatementItem> {
  let cursor: string | null = null;
  do {
    const page: z.input<typeof statementOutput> = await statement(ctx, { limit: 100, ...(cursor ? { cursor } : {}) });
    yield* page.items;
    cursor = page.nextCursor;
  } while (cursor);
}
