import type { NoticeKind } from "#core/notice/notice-kinds.ts";
import type { Tx } from "#db/client.ts";
import { timeOrderedId } from "../time-ordered-id.ts";

/** As `writeNotices`, for an act that says something of their own to each person: their score, what they were paid. */
export async function writeOwnNotices(
  tx: Tx,
  { kind, title, href, bodies }: { kind: NoticeKind; title: string; href: string; bodies: ReadonlyMap<string, string> },
): Promise<void> {
  if (bodies.size === 0) return;
  const ids = [...bodies].map(() => timeOrderedId());
  await tx.$executeRaw`
    INSERT INTO notices (id, person_id, kind, title, body, href)
    SELECT id, person_id, ${kind}, ${title}, body, ${href}
    FROM unnest(${ids}::uuid[], ${[...bodies.keys()]}::uuid[], ${[...bodies.values()]}::text[]) AS told (id, person_id, body)`;
}
