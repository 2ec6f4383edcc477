import { boardInput, boardOfInput, recordInput } from "#services/board/input.ts";
import { intervalsOfBoard } from "#services/board/intervals-of-board.ts";
import { boardOutput, boardsOutput, intervalsOutput, recordOutput } from "#services/board/output.ts";
import { listBoards, readBoard } from "#services/board/queries.ts";
import { recordOf } from "#services/board/record-of.ts";
import { procedure, router } from "../trpc.ts";

export const boardRouter = router({
  read: procedure
    .input(boardInput)
    .output(boardOutput)
    .query(({ ctx, input }) => readBoard(ctx, input)),
  list: procedure.output(boardsOutput).query(({ ctx }) => listBoards(ctx)),
  intervals: procedure
    .input(boardOfInput)
    .output(intervalsOutput)
    .query(({ ctx, input }) => intervalsOfBoard(ctx, input)),
  record: procedure
    .input(recordInput)
    .output(recordOutput)
    .query(({ ctx, input }) => recordOf(ctx, input)),
});
