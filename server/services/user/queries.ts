import type { Role } from "#core/permissions.ts";
import { authorize, authorizePerson } from "../authorize.ts";
import type { ServiceContext } from "../context.ts";
import { sessionsBegunAfter } from "./session-age.ts";

/** Whoever is signed in, or null: what the page header needs. */
export function viewer(ctx: ServiceContext): { id: string; name: string; role: Role } | null {
  if (ctx.actor.kind !== "user") return null;
  const { id, name, role } = ctx.actor;
  return { id, name, role };
}

/** Everybody with an account of their own or an imported record, for the people page: newest first. */
export async function listPeople(ctx: ServiceContext, { cursor }: { cursor?: string | undefined }) {
  authorize(ctx, "read_people");
  const limit = 50;
  const rows = await ctx.db.user.findMany({
    ...(cursor ? { where: { id: { lt: cursor } } } : {}),
    take: limit + 1,
    orderBy: [{ id: "desc" }],
    select: { id: true, name: true, email: true, role: true, isBot: true, isSimulated: true, createdAt: true },
  });
  const items = rows.slice(0, limit).map((row) => ({ ...row, role: row.role as Role }));
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** One's own sessions, the latest seen first. */
export async function listSessions(ctx: ServiceContext) {
  const { id: personId, sessionId } = authorizePerson(ctx, "read_own_sessions");
  const rows = await ctx.db.session.findMany({
    where: { personId, createdAt: { gt: sessionsBegunAfter(ctx.now) } },
    orderBy: [{ lastSeenAt: "desc" }, { id: "desc" }],
    select: { id: true, createdAt: true, lastSeenAt: true, network: true, agent: true },
  });
  return rows.map((row) => ({ ...row, isCurrent: row.id === sessionId }));
}
