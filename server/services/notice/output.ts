import { z } from "zod";
import { NOTICE_KINDS } from "#core/notice/notice-kinds.ts";

export const noticeListOutput = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(NOTICE_KINDS),
      title: z.string(),
      body: z.string(),
      href: z.string(),
      createdAt: z.date(),
      isNew: z.boolean(),
    }),
  ),
  nextCursor: z.string().nullable(),
});
export const unreadNoticesOutput = z.number();
export const noticeReadingOutput = z.object({ readUntil: z.date() });
