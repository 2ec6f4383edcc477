import type { z } from "zod";
import { accountIdOf } from "#core/actor.ts";
import { authorizePerson } from "#services/authorize.ts";
import type { ServiceContext } from "#services/context.ts";
import type { ListNoticesInput } from "./input.ts";
import { storedNotice } from "./notice-schemas.ts";
import type { noticeListOutput } from "./output.ts";

/** How many notices a count tells apart: beyond it, there are "many". */
const COUNTED = 100;

/** One's own notices, the newest first. */
export async function listNotices(
  ctx: ServiceContext,
  input: ListNoticesInput,
): Promise<z.infer<typeof noticeListOutput>> {
  const { id: personId } = authorizePerson(ctx, "read_own_notices");
  const { cursor, limit } = input;
  const reading = await ctx.db.noticeReading.findUnique({ where: { personId } });
  const rows = await ctx.db.notice.findMany({
    where: { personId, ...(cursor ? { id: { lt: cursor } } : {}) },
    orderBy: { id: "desc" },
    take: limit + 1,
  });
  const items = rows.slice(0, limit).map(({ id, createdAt, ...row }) => ({
    ...storedNotice({ id, ...row }),
    id,
    createdAt,
    isNew: !reading || createdAt > reading.readUntil,
  }));
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** How many notices the reader has not seen yet, up to a hundred; none for somebody not signed in. */
export async function unreadNotices(ctx: ServiceContext): Promise<number> {
  const personId = accountIdOf(ctx.actor);
  if (personId === null) return 0;
  const rows = await ctx.db.$queryRaw<unknown[]>`
    SELECT 1 FROM notices
    WHERE person_id = ${personId}::uuid
      AND created_at > COALESCE((SELECT read_until FROM notice_readings WHERE person_id = ${personId}::uuid), '-infinity')
    LIMIT ${COUNTED}`;
  return rows.length;
}
