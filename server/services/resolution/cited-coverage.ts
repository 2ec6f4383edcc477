import { z } from "zod";
import { DomainError } from "#core/errors.ts";
import type { Db, Tx } from "#db/client.ts";
import { statementsInForce } from "#services/coverage/load-coverage.ts";

/** A signed statement that an answer rests on: for which events the log is complete, from when to when, and by whose word. */
export const citedCoverageOutput = z.object({
  id: z.string(),
  types: z.array(z.string()),
  actors: z.array(z.string()),
  coversFrom: z.date(),
  coversUntil: z.date(),
  signedAt: z.date(),
  signedByName: z.string(),
});
export type CitedCoverage = z.infer<typeof citedCoverageOutput>;

/** The statements that some answers rest on, replaced ones too: they stood when they were cited. */
export async function citedCoverage(db: Db, ids: readonly string[]): Promise<CitedCoverage[]> {
  const rows = await db.coverage.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: {
      id: true,
      types: true,
      actors: true,
      coversFrom: true,
      coversUntil: true,
      signedAt: true,
      signedBy: { select: { name: true } },
    },
    orderBy: [{ coversFrom: "asc" }, { id: "asc" }],
  });
  return rows.map(({ signedBy, ...row }) => ({ ...row, signedByName: signedBy.name }));
}

/** Throws unless each of these is a statement of the question's topic that stands now. */
export async function ensureCoverageStands(tx: Tx, topicId: string | null, ids: readonly string[]): Promise<void> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return;
  const inForce = topicId
    ? await tx.coverage.count({ where: { AND: [statementsInForce({ topicId }), { id: { in: wanted } }] } })
    : 0;
  if (inForce === wanted.length) return;
  throw new DomainError("cited_coverage_must_stand", { field: "coverageIds" });
}
