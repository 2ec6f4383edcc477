import { listAuditInput } from "#services/audit/input.ts";
import { listAudit } from "#services/audit/list-audit.ts";
import { auditListOutput } from "#services/audit/output.ts";
import { procedure, router } from "../trpc.ts";

export const auditRouter = router({
  list: procedure
    .input(listAuditInput)
    .output(auditListOutput)
    .query(({ ctx, input }) => listAudit(ctx, input)),
});
