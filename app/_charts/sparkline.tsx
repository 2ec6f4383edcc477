import { scaleLinear } from "d3-scale";
import { percentText } from "#app/_components/percent-text.ts";
import { type SeriesTone, seriesTones } from "./series-tone.ts";
import { coordinate, stepPath } from "./step-path.ts";
import { activeValue, type StepPoint, thinSteps } from "./step-series.ts";

interface SparklineProps {
  /** What it shows, for those who do not see it; the end points are added. */
  readonly label: string;
  readonly steps: readonly StepPoint[];
  readonly from: number;
  readonly to: number;
  readonly tone?: SeriesTone;
}

const WIDTH = 96;
const HEIGHT = 28;

/** A probability's way in the height of a line of text: from 0 to 100 %, so that two can be compared. */
export function Sparkline({ label, steps, from, to, tone = "crowd" }: SparklineProps) {
  const x = scaleLinear([from, to], [1, WIDTH - 4]);
  const y = scaleLinear([0, 1], [HEIGHT - 3, 3]);
  const first = steps.find((point) => point.value !== null)?.value;
  const last = activeValue(steps, to);
  const words = first == null || last === null ? "no forecasts" : `from ${percentText(first)} to ${percentText(last)}`;
  const { stroke, fill } = seriesTones[tone];
  return (
    <svg
      role="img"
      aria-label={`${label}: ${words}`}
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className="inline-block shrink-0"
    >
      <line x2={WIDTH} y1={y(0.5)} y2={y(0.5)} className="stroke-hairline" />
      <path d={stepPath(thinSteps(steps, WIDTH), x, y, to)} fill="none" strokeWidth="1.5" className={stroke} />
      {last === null ? null : <circle cx={coordinate(x(to))} cy={coordinate(y(last))} r="2.5" className={fill} />}
    </svg>
  );
}
