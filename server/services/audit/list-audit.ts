import { keysOfName } from "#core/text/name-key.ts";
import { Prisma } from "#db/generated/client.ts";
import { authorize } from "#services/authorize.ts";
import type { ServiceContext } from "#services/context.ts";
import type { ListAuditInput } from "./input.ts";
import type { AuditList } from "./output.ts";

type Row = Omit<AuditList["items"][number], "sequence"> & { sequence: bigint };

/** The audit log, the newest act first, by who acted, what they did, to what and when. */
export async function listAudit(ctx: ServiceContext, input: ListAuditInput): Promise<AuditList> {
  authorize(ctx, "read_audit_log");
  const { limit = 50 } = input;
  const rows = await ctx.db.$queryRaw<Row[]>`
    SELECT e.sequence, e.at, COALESCE(u.name, e.details->>'job', '') AS actor, e.actor_kind AS "actorKind", e.action,
      e.subject_kind AS "subjectKind", e.subject_id AS "subjectId", e.details::text AS details,
      (SELECT o.label FROM question_options o WHERE o.id::text = e.details->>'outcome') AS option,
      l.position::int AS position, l.hash, leaf.seal_number AS "sealNumber"
    FROM audit_entries e JOIN audit_links l ON l.sequence = e.sequence
    LEFT JOIN users u ON u.id = e.actor_id
    LEFT JOIN leaves leaf ON leaf.kind = 'audit' AND leaf.record_id = e.sequence::text
    WHERE ${Prisma.join(conditions(input), " AND ")}
    ORDER BY e.sequence DESC LIMIT ${limit + 1}`;
  const actions = await ctx.db.$queryRaw<
    { action: string }[]
  >`SELECT DISTINCT action FROM audit_entries ORDER BY action`;
  const items = rows.slice(0, limit).map((row) => ({ ...row, sequence: String(row.sequence) }));
  return {
    items,
    nextCursor: rows.length > limit ? (items.at(-1)?.sequence ?? null) : null,
    actions: actions.map(({ action }) => action),
  };
}

function conditions({ actor, action, subject, from, until, cursor }: ListAuditInput): Prisma.Sql[] {
  return [
    Prisma.sql`TRUE`,
    ...(actor ? [Prisma.sql`(u.name_key = ANY(${keysOfName(actor)}) OR e.details->>'job' = ${actor})`] : []),
    ...(action ? [Prisma.sql`e.action = ${action}`] : []),
    ...(subject ? [Prisma.sql`(e.subject_kind = ${subject} OR e.subject_id = ${subject})`] : []),
    ...(from ? [Prisma.sql`e.at >= ${from}`] : []),
    ...(until ? [Prisma.sql`e.at < ${until}`] : []),
    ...(cursor ? [Prisma.sql`e.sequence < ${cursor}::bigint`] : []),
  ];
}
