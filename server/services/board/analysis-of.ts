import { REFERENCES } from "#core/aggregation/reference-methods.ts";
import type { ServiceContext } from "#services/context.ts";
import { intervalsOfRow } from "./board-row.ts";
import { referenceFigures } from "./reference-sums.ts";

/** What a job has worked out of a board: its reference lines, and what its figures rest on. Null before the first time. */
export async function analysisOf(ctx: ServiceContext, scope: string, isBots: boolean) {
  const row = await ctx.db.boardAnalysis.findUnique({
    where: { scope_isBots: { scope, isBots } },
    select: {
      computedAt: true,
      questions: true,
      entrants: true,
      connected: true,
      without: true,
      figures: { where: { subject: { in: REFERENCES.map(({ method }) => method) } } },
    },
  });
  if (!row) return { analysis: null, references: [] };
  const { figures, ...analysis } = row;
  const references = REFERENCES.flatMap(({ method, label, note }) => {
    const figure = figures.find(({ subject }) => subject === method);
    const sums = referenceFigures.safeParse(figure?.sums);
    if (!figure || !sums.success) return [];
    return [{ method, label, note, ...sums.data, ...intervalsOfRow(figure) }];
  });
  return { analysis, references };
}
