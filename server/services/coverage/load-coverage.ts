import type { CoverageStatement } from "#core/criteria/coverage.ts";
import type { Db, Tx } from "#db/client.ts";
import type { Prisma } from "#db/generated/client.ts";

export interface CoverageScope {
  readonly topicId: string;
  /** The statements as they stood then; as they stand now when left out. */
  readonly asOf?: Date | undefined;
}

/** The statements of a topic that stood at an instant: signed by then, and not replaced by one signed by then. */
export function statementsInForce({ topicId, asOf }: CoverageScope): Prisma.CoverageWhereInput {
  const byThen = asOf ? { signedAt: { lte: asOf } } : {};
  return { topicId, ...byThen, NOT: { supersededBy: { is: byThen } } };
}

/** The statements of coverage of a topic, as the evaluator reads them. */
export async function loadCoverage(db: Db | Tx, scope: CoverageScope): Promise<CoverageStatement[]> {
  const rows = await db.coverage.findMany({
    where: statementsInForce(scope),
    orderBy: [{ coversFrom: "asc" }, { id: "asc" }],
    select: {
      id: true,
      types: true,
      actors: true,
      coversFrom: true,
      coversUntil: true,
      signedAt: true,
      supersedesId: true,
    },
  });
  return rows.map((row) => ({
    ...row,
    coversFrom: row.coversFrom.getTime(),
    coversUntil: row.coversUntil.getTime(),
    signedAt: row.signedAt.getTime(),
  }));
}
