import { listCoverageInput, signCoverageInput } from "#services/coverage/input.ts";
import { coverageOutput, signedCoverageOutput } from "#services/coverage/output.ts";
import { listCoverage } from "#services/coverage/queries.ts";
import { signCoverage } from "#services/coverage/sign-coverage.ts";
import { procedure, router } from "../trpc.ts";

export const coverageRouter = router({
  list: procedure
    .input(listCoverageInput)
    .output(coverageOutput)
    .query(({ ctx, input }) => listCoverage(ctx, input)),
  sign: procedure
    .input(signCoverageInput)
    .output(signedCoverageOutput)
    .mutation(({ ctx, input }) => signCoverage(ctx, input)),
});
