import { noticeWords } from "#server/messages/notice-words.ts";
import type { ServiceContext } from "#services/context.ts";
import { listNotices } from "#tests/support/as-requested.ts";

/** A person's notices as they are shown, the newest first. */
export async function shownNotices(person: ServiceContext, { limit = 50 }: { limit?: number } = {}) {
  const { items } = await listNotices(person, { limit });
  return items.map(({ id, createdAt, isNew, ...notice }) => ({ kind: notice.kind, ...noticeWords(notice) }));
}
