import { accountIdOf } from "#core/actor.ts";
import { may } from "#core/permissions.ts";
import { Prisma } from "#db/generated/client.ts";
import type { ServiceContext } from "#services/context.ts";

/**
 * What is sealed of one kind of record. Its rows never change, so the same text can be made of them at any time; a column
 * that comes later goes inside `jsonb_strip_nulls`, so that it changes nothing of what was sealed before.
 */
export interface LeafKind {
  /** One of them, in words. */
  readonly label: string;
  /** The column that is its id, the type of it, what makes its value (as jsonb), and the rows they are of. */
  readonly key: Prisma.Sql;
  readonly keyType: "uuid" | "bigint";
  readonly value: Prisma.Sql;
  readonly rows: Prisma.Sql;
  /** Whether an actor may read the value. */
  readonly isReadable: (ctx: Pick<ServiceContext, "actor" | "now">) => Prisma.Sql;
}

export const ALWAYS = () => Prisma.sql`TRUE`;
export const ADMINS_ONLY = ({ actor }: Pick<ServiceContext, "actor">) =>
  may(actor, "read_audit_log") ? Prisma.sql`TRUE` : Prisma.sql`FALSE`;
/** Of the ledger: transactions (a) that move one's own credits. */
export const ownEntries = ({ actor }: Pick<ServiceContext, "actor">) => {
  const id = accountIdOf(actor);
  return id === null
    ? Prisma.sql`FALSE`
    : Prisma.sql`EXISTS (SELECT FROM ledger_entries e JOIN ledger_accounts c ON c.id = e.account_id
        WHERE e.transaction_id = a.id AND c.user_id = ${id}::uuid)`;
};
/** Suggestions (a) are between whoever made them and those who answer. */
export const suggestionIsVisible = ({ actor }: Pick<ServiceContext, "actor">) => {
  if (may(actor, "read_resolution_queue")) return Prisma.sql`TRUE`;
  const id = accountIdOf(actor);
  return id === null ? Prisma.sql`FALSE` : Prisma.sql`a.suggested_by_id = ${id}::uuid`;
};
