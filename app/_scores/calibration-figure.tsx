import { CalibrationChart } from "#app/_charts/calibration-chart.tsx";
import { countText, numberText } from "#app/_components/number-text.ts";
import type { CalibrationView } from "./score-view.ts";

interface Props {
  readonly calibration: CalibrationView;
  readonly title: string;
}

/** A calibration chart with what it rests on, or what is missing for one. */
export function CalibrationFigure({ calibration: { bins, corp, weight }, title }: Props) {
  if (weight === 0) {
    return (
      <p className="max-w-measure text-soft">
        Calibration appears when a forecast question has been answered and its deadline has passed.
      </p>
    );
  }
  const shown = bins.flatMap(({ lower, upper, weight, meanProbability, rate, interval }) =>
    meanProbability === null || rate === null || interval === null
      ? []
      : [{ from: lower, to: upper, meanProbability, observedRate: rate, ...interval, count: weight }],
  );
  return (
    <div className="space-y-2">
      <CalibrationChart
        title={title}
        lead={
          corp
            ? "The line is the fitted rate; the grey band is where a calibrated forecaster’s would lie nine times in ten. Dots are tenths with their 95% intervals."
            : "On the diagonal, what was called 70% came true 70% of the time. Upright lines are 95% intervals."
        }
        bins={shown}
        counted="question"
        {...(corp ? { curve: corp.curve, band: corp.band } : {})}
      />
      <p className="max-w-measure text-sm text-soft">
        {countText(Math.round(weight * 10) / 10, "question")}’ worth of forecasting time; each question weighs at most
        one.
        {corp
          ? ` Miscalibration ${numberText(corp.parts.miscalibration, 3)}, discrimination ${numberText(corp.parts.discrimination, 3)}, uncertainty ${numberText(corp.parts.uncertainty, 3)}.`
          : ""}
      </p>
    </div>
  );
}
