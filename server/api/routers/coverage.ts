import { procedure, router } from "#server/api/trpc.ts";
import { listCoverageInput, signCoverageInput, waitingQuestionsInput } from "#services/coverage/input.ts";
import { coverageOutput, signedCoverageOutput, waitingQuestionsOutput } from "#services/coverage/output.ts";
import { listCoverage } from "#services/coverage/queries.ts";
import { signCoverage } from "#services/coverage/sign-coverage.ts";
import { questionsWaitingForCoverage } from "#services/coverage/waiting-questions.ts";

export const coverageRouter = router({
  list: procedure
    .input(listCoverageInput)
    .output(coverageOutput)
    .query(({ ctx, input }) => listCoverage(ctx, input)),
  waiting: procedure
    .input(waitingQuestionsInput)
    .output(waitingQuestionsOutput)
    .query(({ ctx, input }) => questionsWaitingForCoverage(ctx, input)),
  sign: procedure
    .input(signCoverageInput)
    .output(signedCoverageOutput)
    .mutation(({ ctx, input }) => signCoverage(ctx, input)),
});
