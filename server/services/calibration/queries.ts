import { type CalibrationBin, calibrationBins } from "#core/calibration/calibration-bins.ts";
import { addCells, type CalibrationCell } from "#core/calibration/calibration-cell.ts";
import { calibrationError } from "#core/calibration/calibration-error.ts";
import { HORIZONS } from "#core/calibration/calibration-horizon.ts";
import { pointsOfCells } from "#core/calibration/calibration-point.ts";
import { clopperPearsonInterval } from "#core/calibration/clopper-pearson-interval.ts";
import { consistencyBand } from "#core/calibration/consistency-band.ts";
import { corpDecomposition } from "#core/calibration/corp-decomposition.ts";
import { jeffreysInterval } from "#core/calibration/jeffreys-interval.ts";
import { unpackCells } from "#core/calibration/packed-cells.ts";
import { probabilityBins, TENTHS } from "#core/calibration/probability-bins.ts";
import { spiegelhalterTest } from "#core/calibration/spiegelhalter-test.ts";
import { DomainError } from "#core/errors.ts";
import type { ServiceContext } from "#services/context.ts";
import { seasonScope, topicScope } from "#services/score/contributions.ts";
import { CROWD } from "#services/score/score-answer.ts";
import { loadPerson } from "#services/user/load-person.ts";
import { visibleTopics } from "#services/visibility.ts";
import type { CalibrationInput } from "./input.ts";

/** From this many questions' worth of forecasting on, the curve says more than ten bins. */
const CURVE_FROM_WEIGHT = 100;
const BAND_LEVEL = 0.9;

async function scopeOf(ctx: ServiceContext, { topic, season }: CalibrationInput): Promise<string> {
  if (season) return seasonScope(season);
  if (!topic) return "all";
  const row = await ctx.db.topic.findFirst({ where: { slug: topic, ...visibleTopics(ctx) }, select: { id: true } });
  if (!row) throw new DomainError("subject_must_exist", { kind: "topic", field: "topic" });
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

/** A tenth with the intervals of its rate that people know it by. */
function withIntervals({ rate, weight, ...bin }: CalibrationBin) {
  const outcomes = (rate ?? 0) * weight;
  return {
    ...bin,
    rate,
    weight,
    jeffreys: rate === null ? null : jeffreysInterval(outcomes, weight),
    clopperPearson: rate === null ? null : clopperPearsonInterval(outcomes, weight),
  };
}

function measuresOf(cells: readonly CalibrationCell[]) {
  const points = pointsOfCells(cells);
  const { z, pValue } = spiegelhalterTest(points);
  return {
    error: calibrationError(probabilityBins(points, TENTHS)),
    spiegelhalter: Number.isFinite(z) ? { z, pValue } : null,
  };
}

/** How often things came true that somebody, or the crowd, called so likely: read from the kept cells alone. */
export async function calibrationOf(ctx: ServiceContext, input: CalibrationInput) {
  const { name, horizon } = input;
  const person = name === undefined ? null : await loadPerson(ctx.db, name);
  const scope = await scopeOf(ctx, input);
  const subject = person?.id ?? CROWD;
  const table = await ctx.db.calibrationTable.findUnique({ where: { subject_scope: { subject, scope } } });
  const rows = table ? unpackCells(table.cells) : [];
  const cells = addCells(rows.filter((row) => horizon === undefined || row.horizon === horizon));
  const bins = calibrationBins(cells);
  const weight = bins.reduce((sum, bin) => sum + bin.weight, 0);
  return {
    name: person?.name ?? null,
    /** Questions' worth of forecasting. */
    weight,
    bins: bins.map(withIntervals),
    corp: weight > 0 ? curveOf(cells, `${subject} ${scope}`) : null,
    measures: weight > 0 ? measuresOf(cells) : null,
    curveFromWeight: CURVE_FROM_WEIGHT,
    horizons: HORIZONS.map(({ label }, index) => ({ label, isKnown: rows.some((row) => row.horizon === index) })),
  };
}
