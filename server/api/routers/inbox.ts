import { procedure, router } from "#server/api/trpc.ts";
import { decideInbox } from "#services/inbox/decide-inbox.ts";
import { importEvents } from "#services/inbox/import-events.ts";
import { decideInboxInput, importEventsInput, listInboxInput } from "#services/inbox/input.ts";
import { inboxCounts, listInbox } from "#services/inbox/list-inbox.ts";
import { importReportOutput, inboxCountsOutput, inboxDecidedOutput, inboxOutput } from "#services/inbox/output.ts";

export const inboxRouter = router({
  list: procedure
    .input(listInboxInput)
    .output(inboxOutput)
    .query(({ ctx, input }) => listInbox(ctx, input)),
  counts: procedure.output(inboxCountsOutput).query(({ ctx }) => inboxCounts(ctx)),
  import: procedure
    .input(importEventsInput)
    .output(importReportOutput)
    .mutation(({ ctx, input }) => importEvents(ctx, input)),
  decide: procedure
    .input(decideInboxInput)
    .output(inboxDecidedOutput)
    .mutation(({ ctx, input }) => decideInbox(ctx, input)),
});
