import { type BenchRow, forecastBenchRow } from "#core/ranking/forecastbench-row.ts";
import { authorize } from "#services/authorize.ts";
import type { ServiceContext } from "#services/context.ts";
import type { BenchFault } from "./bench-fault.ts";
import { readResolutionSets } from "./read-resolution-sets.ts";

/** The median of the imported forecasts of each question, by the key the question had there. */
async function medianForecasts(ctx: ServiceContext): Promise<Map<string, number>> {
  const rows = await ctx.db.$queryRaw<{ key: string; median: number }[]>`
    SELECT substr(q.external_key, length('forecastbench:') + 1) AS key,
           percentile_cont(0.5) WITHIN GROUP (ORDER BY f.probabilities[1]) AS median
    FROM questions q JOIN forecasts f ON f.question_id = q.id
    WHERE q.external_key LIKE 'forecastbench:%' AND f.import_batch_id IS NOT NULL
    GROUP BY q.external_key`;
  return new Map(rows.map(({ key, median }) => [key, median]));
}

/**
 * The row "Superforecaster median forecast" for every resolution set of the folder, from the forecasts in the database, and
 * what of each set is left out because it is wrong.
 */
export async function reportForecastBench(
  ctx: ServiceContext,
  directory: string,
): Promise<(BenchRow & { name: string; faults: readonly BenchFault[] })[]> {
  authorize(ctx, "run_import");
  const medians = await medianForecasts(ctx);
  return readResolutionSets(directory).map(({ name, resolutions, faults }) => ({
    name,
    ...forecastBenchRow(resolutions, medians),
    faults,
  }));
}
