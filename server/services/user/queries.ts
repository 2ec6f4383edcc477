import type { z } from "zod";
import { accountOf, type Role, sessionIdOf } from "#core/actor.ts";
import { authorize, authorizePerson } from "#services/authorize.ts";
import type { ServiceContext } from "#services/context.ts";
import { MAX_BOTS } from "./create-bot.ts";
import type { botsOutput } from "./output.ts";
import { sessionsBegunAfter } from "./session-age.ts";

/** Retired ones among them; more are not shown. */
const MAX_LISTED_BOTS = 200;

/** Whoever is signed in, or null: what the page header needs. */
export function viewer(ctx: ServiceContext): { id: string; name: string; role: Role } | null {
  const account = accountOf(ctx.actor);
  if (!account) return null;
  const { id, name, role } = account;
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
  const { id: personId } = authorizePerson(ctx, "read_own_sessions");
  const sessionId = sessionIdOf(ctx.actor);
  const rows = await ctx.db.session.findMany({
    where: { personId, createdAt: { gt: sessionsBegunAfter(ctx.now) } },
    orderBy: [{ lastSeenAt: "desc" }, { id: "desc" }],
    select: { id: true, createdAt: true, lastSeenAt: true, network: true, agent: true },
  });
  return rows.map((row) => ({ ...row, isCurrent: row.id === sessionId }));
}

/** One's own bots, the newest first, and how many more one may make. */
export async function listBots(ctx: ServiceContext): Promise<z.infer<typeof botsOutput>> {
  const { id: ownerId } = authorizePerson(ctx, "read_own_bots");
  const rows = await ctx.db.user.findMany({
    where: { ownerId },
    orderBy: { id: "desc" },
    take: MAX_LISTED_BOTS,
    select: {
      id: true,
      name: true,
      createdAt: true,
      retirement: { select: { retiredAt: true } },
      _count: { select: { forecasts: true } },
    },
  });
  const bots = rows.map(({ retirement, _count, ...bot }) => {
    return { ...bot, forecasts: _count.forecasts, retiredAt: retirement?.retiredAt ?? null };
  });
  const active = await ctx.db.user.count({ where: { ownerId, retirement: null } });
  return { bots, left: Math.max(0, MAX_BOTS - active) };
}
