import type { ServiceContext } from "#services/context.ts";
import type { ListCoverageInput } from "./input.ts";
import { statementsInForce } from "./load-coverage.ts";

/** The statements of coverage of a topic as they stood at an instant, with who signed them, by the span they cover. */
export async function listCoverage(ctx: ServiceContext, scope: ListCoverageInput) {
  const rows = await ctx.db.coverage.findMany({
    where: statementsInForce(scope),
    orderBy: [{ coversFrom: "asc" }, { id: "asc" }],
    select: {
      id: true,
      types: true,
      actors: true,
      coversFrom: true,
      coversUntil: true,
      note: true,
      signedAt: true,
      signedBy: { select: { name: true } },
    },
  });
  return rows.map(({ signedBy, ...row }) => ({ ...row, signedByName: signedBy.name }));
}
