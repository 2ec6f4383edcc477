import type { NoticeKind } from "#core/notice/notice-kinds.ts";
import type { Tx } from "#db/client.ts";
import { timeOrderedId } from "../time-ordered-id.ts";

export interface NoticeToPeople {
  readonly kind: NoticeKind;
  /** Who is told; twice the same person is told once. */
  readonly personIds: readonly string[];
  /** What happened, as a sentence without a full stop. */
  readonly title: string;
  readonly body?: string;
  /** The page that it is about: a path of this site. */
  readonly href: string;
}

/** Tells people of an act, in the act's own transaction: nobody is told of what did not happen. */
export async function writeNotices(tx: Tx, notice: NoticeToPeople): Promise<void> {
  const { kind, title, body = "", href } = notice;
  const personIds = [...new Set(notice.personIds)];
  if (personIds.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO notices (id, person_id, kind, title, body, href)
    SELECT id, person_id, ${kind}, ${title}, ${body}, ${href}
    FROM unnest(${personIds.map(() => timeOrderedId())}::uuid[], ${personIds}::uuid[]) AS told (id, person_id)`;
}
