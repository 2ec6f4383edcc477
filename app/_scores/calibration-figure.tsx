import { CalibrationChart } from "#app/_charts/calibration-chart.tsx";
import { KeyFigure, KeyFigures } from "#app/_components/key-figure.tsx";
import { numberText, signedText } from "#app/_components/number-text.ts";
import { percentText } from "#app/_components/percent-text.ts";
import { pText } from "./comparison-words.ts";
import { MetricLink } from "./metric-link.tsx";
import type { CalibrationView } from "./score-view.ts";

/** As the weight of evidence says, or as the reader asked. */
export type CalibrationShape = "auto" | "curve" | "bins";

interface Props {
  readonly calibration: CalibrationView;
  readonly title: string;
  readonly shape?: CalibrationShape;
}

const LEADS = {
  curve:
    "The line is the fitted rate; the grey band is where a calibrated forecaster’s would lie nine times in ten. Dots are tenths with their 95% intervals.",
  bins: "On the diagonal, what was called 70% came true 70% of the time. Upright lines are 95% intervals.",
} as const;

/** A calibration chart with what it rests on, or what is missing for one. */
export function CalibrationFigure({ calibration, title, shape = "auto" }: Props) {
  const { bins, corp, weight, curveFromWeight } = calibration;
  if (weight === 0) {
    return (
      <p className="max-w-measure text-soft">
        Calibration appears when a forecast question has been answered and its deadline has passed.
      </p>
    );
  }
  const hasCurve = corp !== null && (shape === "auto" ? weight >= curveFromWeight : shape === "curve");
  const shown = bins.flatMap(({ lower, upper, weight, meanProbability, rate, interval, jeffreys, clopperPearson }) => {
    if (meanProbability === null || rate === null || interval === null) return [];
    const others = { ...(jeffreys ? { jeffreys } : {}), ...(clopperPearson ? { clopperPearson } : {}) };
    const count = Math.round(weight * 10) / 10;
    return [{ from: lower, to: upper, meanProbability, observedRate: rate, ...interval, ...others, count }];
  });
  return (
    <div className="space-y-4">
      <CalibrationChart
        title={title}
        lead={hasCurve ? LEADS.curve : LEADS.bins}
        bins={shown}
        counted="question"
        {...(hasCurve ? { curve: corp.curve, band: corp.band } : {})}
      />
      <Measures calibration={calibration} />
      <p className="max-w-measure text-sm text-soft">
        This rests on {numberText(weight, Number.isInteger(weight) ? 0 : 1)} {weight === 1 ? "question" : "questions"},
        weighted by the time that was forecast: each counts as at most one.
        {weight < curveFromWeight
          ? ` Below ${curveFromWeight}, every figure here is rough, and the chart shows tenths rather than a fitted curve.`
          : ""}
      </p>
    </div>
  );
}

/** The parts of the Brier score, and the usual measures beside them. */
function Measures({ calibration: { corp, measures } }: { calibration: CalibrationView }) {
  if (!corp || !measures) return null;
  const { score, miscalibration, discrimination, uncertainty } = corp.parts;
  const { error, spiegelhalter } = measures;
  return (
    <KeyFigures>
      <KeyFigure
        size="small"
        label={<MetricLink metric="brier">Brier</MetricLink>}
        value={numberText(score, 3)}
        note="= MCB − DSC + UNC"
      />
      <KeyFigure size="small" label="Miscalibration" value={numberText(miscalibration, 3)} note="MCB, 0 best" />
      <KeyFigure size="small" label="Discrimination" value={numberText(discrimination, 3)} note="DSC, more is better" />
      <KeyFigure size="small" label="Uncertainty" value={numberText(uncertainty, 3)} note="UNC, of the questions" />
      <KeyFigure
        size="small"
        label="Calibration error"
        value={percentText(error.expected)}
        note={`ECE; at most ${percentText(error.maximum)}`}
      />
      {spiegelhalter ? (
        <KeyFigure
          size="small"
          label="Spiegelhalter z"
          value={signedText(spiegelhalter.z, 2)}
          note={`p ${pText(spiegelhalter.pValue)}, were questions independent`}
        />
      ) : null}
    </KeyFigures>
  );
}
