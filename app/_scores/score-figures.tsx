import { KeyFigure, KeyFigures } from "#app/_components/key-figure.tsx";
import { numberText, signedText } from "#app/_components/number-text.ts";
import { percentText } from "#app/_components/percent-text.ts";
import { MetricLink } from "./metric-link.tsx";
import type { ExplanationView } from "./score-view.ts";

/** A score's four numbers, each with what it is measured by. */
export function ScoreFigures({ score }: { score: NonNullable<ExplanationView["score"]> }) {
  return (
    <KeyFigures>
      <KeyFigure
        label={<MetricLink metric="peer">Peer score</MetricLink>}
        value={signedText(score.peer)}
        note="0 = as good as the others"
      />
      <KeyFigure
        size="small"
        label="Baseline"
        value={signedText(score.baseline)}
        note="0 = know-nothing, 100 = perfect"
      />
      <KeyFigure
        size="small"
        label={<MetricLink metric="brier">Brier</MetricLink>}
        value={numberText(score.brier, 3)}
        note="0 best, 1 worst"
      />
      <KeyFigure size="small" label="Coverage" value={percentText(score.coverage)} note="of the scheduled time" />
    </KeyFigures>
  );
}
