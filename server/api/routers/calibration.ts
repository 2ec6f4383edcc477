import { procedure, router } from "#server/api/trpc.ts";
import { calibrationInput } from "#services/calibration/input.ts";
import { calibrationOutput } from "#services/calibration/output.ts";
import { calibrationOf } from "#services/calibration/queries.ts";

export const calibrationRouter = router({
  read: procedure
    .input(calibrationInput)
    .output(calibrationOutput)
    .query(({ ctx, input }) => calibrationOf(ctx, input)),
});
