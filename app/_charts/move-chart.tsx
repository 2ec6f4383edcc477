import { scaleLinear } from "d3-scale";
import { coordinate, stepPath } from "./step-path.ts";
import { activeValue, type StepPoint, thinSteps } from "./step-series.ts";

interface MoveChartProps {
  /** What it shows, for those who do not see it; the values before and after are added. */
  readonly label: string;
  readonly steps: readonly StepPoint[];
  readonly from: number;
  readonly to: number;
  /** The instant that the line is looked at around. */
  readonly mark: number;
  /** Where the line ends: now, when that comes before `to`. */
  readonly until: number;
  /** A value in words. */
  readonly valueText: (value: number) => string;
}

const WIDTH = 224;
const HEIGHT = 56;

/** A probability's way around one instant, from 0 to 100 %, or a median's through its range, small enough to stand in a list. */
export function MoveChart({ label, steps, from, to, mark, until, valueText }: MoveChartProps) {
  const x = scaleLinear([from, to], [0, WIDTH - 4]);
  const y = scaleLinear([0, 1], [HEIGHT - 3, 3]);
  const end = Math.min(to, until);
  const shown = [{ at: from, value: activeValue(steps, from) }, ...steps.filter(({ at }) => at > from && at < end)];
  const [before, last] = [activeValue(steps, mark - 1), activeValue(steps, end)];
  const words = [before, last].map((value) => (value === null ? "no forecast" : valueText(value))).join(" to ");
  return (
    <svg
      role="img"
      aria-label={`${label}: ${words}`}
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className="block max-w-full shrink-0"
    >
      {[0, 0.5, 1].map((share) => (
        <line key={share} x2={WIDTH} y1={y(share)} y2={y(share)} className="stroke-hairline" />
      ))}
      <line x1={x(mark)} x2={x(mark)} y1="0" y2={HEIGHT} strokeDasharray="3 2" className="stroke-soft" />
      <path d={stepPath(thinSteps(shown, WIDTH), x, y, end)} fill="none" strokeWidth="2" className="stroke-accent" />
      {last === null ? null : <circle cx={coordinate(x(end))} cy={coordinate(y(last))} r="3" className="fill-accent" />}
    </svg>
  );
}
