import { procedure, router } from "#server/api/trpc.ts";
import { listNoticesInput, readNoticesInput } from "#services/notice/input.ts";
import { noticeListOutput, noticeReadingOutput, unreadNoticesOutput } from "#services/notice/output.ts";
import { listNotices, unreadNotices } from "#services/notice/queries.ts";
import { readNotices } from "#services/notice/read-notices.ts";

export const noticeRouter = router({
  list: procedure
    .input(listNoticesInput)
    .output(noticeListOutput)
    .query(({ ctx, input }) => listNotices(ctx, input)),
  unread: procedure.output(unreadNoticesOutput).query(({ ctx }) => unreadNotices(ctx)),
  read: procedure
    .input(readNoticesInput)
    .output(noticeReadingOutput)
    .mutation(({ ctx, input }) => readNotices(ctx, input)),
});
