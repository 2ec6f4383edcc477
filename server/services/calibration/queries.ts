import { calibrationBins } from "#core/calibration/calibration-bins.ts";
import { addCells, type CalibrationCell } from "#core/calibration/calibration-cell.ts";
import { HORIZONS } from "#core/calibration/calibration-horizon.ts";
import { pointsOfCells } from "#core/calibration/calibration-point.ts";
import { consistencyBand } from "#core/calibration/consistency-band.ts";
import { corpDecomposition } from "#core/calibration/corp-decomposition.ts";
import { DomainError } from "#core/errors.ts";
import type { ServiceContext } from "../context.ts";
import { topicScope } from "../score/contributions.ts";
import { CROWD } from "../score/score-resolution.ts";
import { loadPerson } from "../user/load-person.ts";
import type { CalibrationInput } from "./input.ts";

/** From this many questions' worth of forecasting on, the curve says more than ten bins. */
const CURVE_FROM_WEIGHT = 100;
const BAND_LEVEL = 0.9;

async function scopeOf(ctx: ServiceContext, topic: string | undefined): Promise<string> {
  if (!topic) return "all";
  const row = await ctx.db.topic.findUnique({ where: { slug: topic }, select: { id: true } });
  if (!row) throw new DomainError("subject_must_exist", "There is no such topic.", "topic");
  return topicScope(row.id);
}

/** The fitted curve with the band in which a calibrated forecaster's would lie. */
function curveOf(cells: readonly CalibrationCell[], seed: string) {
  const points = pointsOfCells(cells);
  const { blocks, score, miscalibration, discrimination, uncertainty } = corpDecomposition(points);
  return {
    parts: { score, miscalibration, discrimination, uncertainty },
    curve: blocks.flatMap(({ lowest, highest, rate }) =>
      lowest === highest
        ? [{ probability: lowest, rate }]
        : [
            { probability: lowest, rate },
            { probability: highest, rate },
          ],
    ),
    band: [...consistencyBand(points, { seed, level: BAND_LEVEL })],
  };
}

/** How often things came true that somebody, or the crowd, called so likely: read from the kept cells alone. */
export async function calibrationOf(ctx: ServiceContext, { name, topic, horizon }: CalibrationInput) {
  const person = name === undefined ? null : await loadPerson(ctx.db, name);
  const scope = await scopeOf(ctx, topic);
  const subject = person?.id ?? CROWD;
  const rows = await ctx.db.calibrationCell.findMany({
    where: { subject, scope },
    select: { horizon: true, cell: true, weightNanos: true, outcomeNanos: true },
  });
  const cells = addCells(rows.filter((row) => horizon === undefined || row.horizon === horizon));
  const bins = calibrationBins(cells);
  const weight = bins.reduce((sum, bin) => sum + bin.weight, 0);
  return {
    name: person?.name ?? null,
    /** Questions' worth of forecasting. */
    weight,
    bins,
    corp: weight >= CURVE_FROM_WEIGHT ? curveOf(cells, `${subject} ${scope}`) : null,
    horizons: HORIZONS.map(({ label }, index) => ({ label, isKnown: rows.some((row) => row.horizon === index) })),
  };
}
