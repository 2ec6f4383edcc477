import { classNames } from "#app/_components/class-names.ts";
import { percentText } from "#app/_components/percent-text.ts";
import type { PlotPlane } from "./plot-plane.ts";
import { type ProbabilitySeries, shortLabel } from "./probability-series.ts";
import { seriesTones } from "./series-tone.ts";
import { spreadLabels } from "./spread-labels.ts";
import { standingValue } from "./step-series.ts";
import { acrossPlot } from "./time-plot.tsx";
import { wrapLabel } from "./wrap-label.ts";

const LINE = 15;
const VALUE = 23;
const NAME_WIDTH = 19;

interface Ending {
  readonly one: ProbabilitySeries;
  readonly place: number;
  readonly value: number;
  readonly name: readonly string[];
}

/** The present value of each line, set large at its end, with the line's name below it. */
export function EndLabels({ series, from, to, until, height, y, hasGutter }: PlotPlane & { hasGutter: boolean }) {
  const endings = series.flatMap((one, place): Ending[] => {
    const value = standingValue(one.steps, until);
    return value === null ? [] : [{ one, place, value, name: wrapLabel(one.label, NAME_WIDTH, 2) }];
  });
  const sizes = endings.map(({ name }) => VALUE + LINE * name.length + 4);
  const wished = endings.map(({ value }, index) => ({ at: y(value), size: sizes[index] ?? 0 }));
  const middles = spreadLabels(wished, -14, height + 14);
  const x = acrossPlot(until, from, to);
  return (
    <svg aria-hidden="true" className="overflow-visible">
      {endings.map(({ one, place, value, name }, index) => {
        const top = (middles[index] ?? y(value)) - (sizes[index] ?? 0) / 2;
        return (
          <g key={one.key}>
            <circle
              cx={x}
              cy={y(value)}
              r="4.5"
              className={classNames(seriesTones[one.tone].fill, "stroke-paper")}
              strokeWidth="1.5"
            />
            {/* A nested drawing moves its content by percent, which a transform cannot. */}
            <svg x={x} y={top} className="overflow-visible" aria-hidden="true">
              <g className="fill-ink stroke-paper" strokeWidth="4" strokeLinejoin="round" paintOrder="stroke">
                <text x="12" y="18" className="text-lg font-semibold">
                  {percentText(value)}
                </text>
                <text x="12" y={VALUE + 10} className={classNames("text-xs", hasGutter ? "@xl:hidden" : "@xl:hidden")}>
                  {shortLabel(one.label, place)}
                </text>
                {name.map((line, row) => (
                  <text key={line} x="12" y={VALUE + 10 + row * LINE} className="hidden text-xs @xl:inline">
                    {line}
                  </text>
                ))}
              </g>
            </svg>
          </g>
        );
      })}
    </svg>
  );
}
