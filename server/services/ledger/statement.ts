import type { z } from "zod";
import { escrowAccount, owedAccount, personAccount } from "#core/ledger/account-ids.ts";
import { BalancesBack } from "#core/ledger/balances-back.ts";
import { TRANSACTION_KINDS, type TransactionKind } from "#core/ledger/transaction-kinds.ts";
import { bucketLabels } from "#core/market/bucket-labels.ts";
import type { Action, Side } from "#core/market/stake.ts";
import { tradeWords } from "#core/market/trade-words.ts";
import type { Db, Tx } from "#db/client.ts";
import { authorizePerson } from "#services/authorize.ts";
import type { ServiceContext } from "#services/context.ts";
import { inSnapshot } from "#services/in-snapshot.ts";
import type { StatementInput } from "./input.ts";
import type { statementOutput } from "./output.ts";

interface Row {
  sequence: bigint;
  accountId: string;
  amountMicros: bigint;
  /** What the account held after the newest entry that this reading takes in. */
  latestMicros: bigint;
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

/** So many entries of a whole statement are read at once. */
const PAGE = 500;

export type StatementItem = z.input<typeof statementOutput>["items"][number];

const ACCOUNTS = { person: "balance", escrow: "escrow", owed: "owed" } as const;

/**
 * Somebody's entries before one, the newest first. What each account held then is its balance less all later entries, added up
 * once for the page; whoever knows it from the page before leaves that out.
 */
function rowsBefore(
  db: Db | Tx,
  userId: string,
  { cursor = null, limit, sumsLater }: { cursor?: string | null | undefined; limit: number; sumsLater: boolean },
): Promise<Row[]> {
  const accounts = [personAccount(userId), escrowAccount(userId), owedAccount(userId)];
  const sumFrom = sumsLater ? cursor : null;
  return db.$queryRaw<Row[]>`
    WITH later AS (
      SELECT account_id, sum(amount_micros)::bigint AS micros FROM ledger_entries
      WHERE account_id = ANY (${accounts}) AND sequence >= ${sumFrom}::bigint GROUP BY account_id)
    SELECT e.sequence, e.account_id AS "accountId", e.amount_micros AS "amountMicros", t.kind, t.note, t.made_at AS "madeAt",
      a.balance_micros - COALESCE((SELECT micros FROM later WHERE later.account_id = e.account_id), 0) AS "latestMicros",
      q.slug, q.title,
      (SELECT json_build_object('action', d.action, 'outcome', d.outcome, 'side', d.side, 'shares', d.shares_micros::text,
          'own', d.user_id = ${userId}::uuid, 'type', q.type, 'unit', q.unit,
          'bounds', (SELECT m.bucket_bounds FROM markets m WHERE m.question_id = q.id),
          'label', (SELECT o.label FROM question_options o WHERE o.question_id = q.id AND o.position = d.outcome))
        FROM trades d WHERE d.transaction_id = COALESCE(t.reverses_id, t.id)) AS trade
    FROM ledger_entries e JOIN ledger_accounts a ON a.id = e.account_id
      JOIN ledger_transactions t ON t.id = e.transaction_id LEFT JOIN questions q ON q.id = t.question_id
    WHERE e.account_id = ANY (${accounts}) AND (${cursor}::bigint IS NULL OR e.sequence < ${cursor}::bigint)
    ORDER BY e.sequence DESC LIMIT ${limit}`;
}

/** What the outcome of a trade is called: an option, or a part of a range; null for yes and no. */
function labelOf({ label, outcome, type, unit, bounds }: NonNullable<Row["trade"]>): string | null {
  return bounds.length > 0 ? (bucketLabels(type, unit ?? "", bounds)[outcome] ?? null) : label;
}

function itemOf(row: Row, balances: BalancesBack): StatementItem {
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
    balanceMicros: balances.after(row.accountId, row.amountMicros, row.latestMicros),
    note: words,
    question: row.slug && row.title ? { slug: row.slug, title: row.title } : null,
  };
}

/** Every movement of one's own credits, the newest first, with what it was for and what it left. */
export async function statement(ctx: ServiceContext, input: StatementInput): Promise<z.input<typeof statementOutput>> {
  const { id } = authorizePerson(ctx, "read_own_ledger");
  const { cursor, limit } = input;
  const rows = await rowsBefore(ctx.db, id, { cursor, limit: limit + 1, sumsLater: true });
  const balances = new BalancesBack();
  const items = rows.slice(0, limit).map((row) => itemOf(row, balances));
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** The whole statement out of one snapshot, each entry read once. */
export function wholeStatement(ctx: ServiceContext): AsyncGenerator<StatementItem> {
  const { id } = authorizePerson(ctx, "read_own_ledger");
  return inSnapshot(ctx.db, async function* (tx) {
    const balances = new BalancesBack();
    let cursor: string | undefined;
    do {
      const rows: Row[] = await rowsBefore(tx, id, { cursor, limit: PAGE, sumsLater: false });
      for (const row of rows) yield itemOf(row, balances);
      cursor = rows.length === PAGE ? String(rows.at(-1)?.sequence) : undefined;
    } while (cursor);
  });
}
