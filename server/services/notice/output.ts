import { z } from "zod";
import type { NoticeKind, NoticeParams } from "#core/notice/notice.ts";
import { NOTICE_SCHEMAS } from "./notice-schemas.ts";

const row = { id: z.string(), createdAt: z.date(), isNew: z.boolean() };
const kinds = Object.keys(NOTICE_SCHEMAS) as NoticeKind[];
const ofKind = <K extends NoticeKind>(kind: K) =>
  z.object({ ...row, kind: z.literal(kind), params: NOTICE_SCHEMAS[kind] as unknown as z.ZodType<NoticeParams[K]> });
type ShownNotice = {
  [K in NoticeKind]: { id: string; createdAt: Date; isNew: boolean; kind: K; params: NoticeParams[K] };
}[NoticeKind];

export const noticeListOutput = z.object({
  items: z.array(z.union(kinds.map(ofKind)) as unknown as z.ZodType<ShownNotice>),
  nextCursor: z.string().nullable(),
});
export const unreadNoticesOutput = z.number();
export const noticeReadingOutput = z.object({ readUntil: z.date() });
