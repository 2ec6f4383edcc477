import { listMethods } from "#services/methodology/list-methods.ts";
import { listMethodsOutput } from "#services/methodology/output.ts";
import { procedure, router } from "../trpc.ts";

export const methodologyRouter = router({
  list: procedure.output(listMethodsOutput).query(({ ctx }) => listMethods(ctx)),
});
