import { procedure, router } from "#server/api/trpc.ts";
import { compareForecasters, pairsOfBoard } from "#services/board/compare-forecasters.ts";
import { boardInput, compareInput, pairsInput, recordInput } from "#services/board/input.ts";
import { listBoards } from "#services/board/list-boards.ts";
import { boardOutput, boardsOutput, comparisonOutput, pairsOutput, recordOutput } from "#services/board/output.ts";
import { readBoard } from "#services/board/queries.ts";
import { recordOf } from "#services/board/record-of.ts";

export const boardRouter = router({
  read: procedure
    .input(boardInput)
    .output(boardOutput)
    .query(({ ctx, input }) => readBoard(ctx, input)),
  list: procedure.output(boardsOutput).query(({ ctx }) => listBoards(ctx)),
  compare: procedure
    .input(compareInput)
    .output(comparisonOutput)
    .query(({ ctx, input }) => compareForecasters(ctx, input)),
  pairs: procedure
    .input(pairsInput)
    .output(pairsOutput)
    .query(({ ctx, input }) => pairsOfBoard(ctx, input)),
  record: procedure
    .input(recordInput)
    .output(recordOutput)
    .query(({ ctx, input }) => recordOf(ctx, input)),
});
