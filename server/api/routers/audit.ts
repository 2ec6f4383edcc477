import { procedure, router } from "#server/api/trpc.ts";
import { listAuditInput } from "#services/audit/input.ts";
import { listAudit } from "#services/audit/list-audit.ts";
import { auditListOutput } from "#services/audit/output.ts";

export const auditRouter = router({
  list: procedure
    .input(listAuditInput)
    .output(auditListOutput)
    .query(({ ctx, input }) => listAudit(ctx, input)),
});
