import { procedure, router } from "#server/api/trpc.ts";
import { listSealsInput, proofInput, sealByNumberInput } from "#services/seal/input.ts";
import { recordProofOutput, sealListOutput, sealPageOutput } from "#services/seal/output.ts";
import { proofOfRecord } from "#services/seal/proof-of-record.ts";
import { listSeals, sealByNumber } from "#services/seal/queries.ts";

export const sealRouter = router({
  list: procedure
    .input(listSealsInput)
    .output(sealListOutput)
    .query(({ ctx, input }) => listSeals(ctx, input)),
  byNumber: procedure
    .input(sealByNumberInput)
    .output(sealPageOutput)
    .query(({ ctx, input }) => sealByNumber(ctx, input)),
  proof: procedure
    .input(proofInput)
    .output(recordProofOutput)
    .query(({ ctx, input }) => proofOfRecord(ctx, input)),
});
