import { procedure, router } from "#server/api/trpc.ts";
import { fetchSourcePage } from "#services/source-page/fetch-source-page.ts";
import { fetchSourcePageInput, sourcePagesOfEventInput } from "#services/source-page/input.ts";
import { mayFetchOutput, sourcePageOutput, sourcePagesOutput } from "#services/source-page/output.ts";
import { mayFetchSourcePage, sourcePagesOfEvent } from "#services/source-page/queries.ts";

export const sourcePageRouter = router({
  fetch: procedure
    .input(fetchSourcePageInput)
    .output(sourcePageOutput)
    .mutation(({ ctx, input }) => fetchSourcePage(ctx, input)),
  mayFetch: procedure.output(mayFetchOutput).query(({ ctx }) => mayFetchSourcePage(ctx)),
  ofEvent: procedure
    .input(sourcePagesOfEventInput)
    .output(sourcePagesOutput)
    .query(({ ctx, input }) => sourcePagesOfEvent(ctx, input)),
});
