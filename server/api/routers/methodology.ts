import { procedure, router } from "#server/api/trpc.ts";
import { listMethods } from "#services/methodology/list-methods.ts";
import { listMethodsOutput } from "#services/methodology/output.ts";

export const methodologyRouter = router({
  list: procedure.output(listMethodsOutput).query(({ ctx }) => listMethods(ctx)),
});
