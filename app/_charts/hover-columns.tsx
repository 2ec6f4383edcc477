import { classNames } from "#app/_components/class-names.ts";
import { dayText } from "#app/_components/instant-text.ts";
import type { PlotPlane } from "./plot-plane.ts";
import { seriesTones } from "./series-tone.ts";
import { standingValue } from "./step-series.ts";
import { acrossPlot } from "./time-plot.tsx";

const COLUMNS = 32;

/** Pointing at the plot tells what stood then: narrow columns that show their values when hovered, without script. */
export function HoverColumns({ series, from, to, until, height, y, text, zone }: PlotPlane & { zone: string }) {
  const width = (until - from) / COLUMNS;
  if (width <= 0) return null;
  return (
    <svg aria-hidden="true" className="overflow-visible">
      {Array.from({ length: COLUMNS }, (_, index) => from + width * index).map((start) => {
        const at = start + width / 2;
        const x = acrossPlot(at, from, to);
        const share = (at - from) / (to - from);
        const values = series.flatMap((one) => {
          const value = standingValue(one.steps, at);
          return value === null ? [] : [{ one, value }];
        });
        if (values.length === 0) return null;
        return (
          <g key={start} className="group/at">
            <rect
              x={acrossPlot(start, from, to)}
              width={acrossPlot(from + width, from, to)}
              y="-6"
              height={height + 6}
              className="fill-transparent"
            />
            <g className="pointer-events-none opacity-0 group-hover/at:opacity-100">
              <line x1={x} x2={x} y1="-22" y2={height} className="stroke-ink opacity-40" />
              {values.map(({ one, value }) => (
                <circle
                  key={one.key}
                  cx={x}
                  cy={y(value)}
                  r="4"
                  className={classNames(seriesTones[one.tone].fill, "stroke-paper")}
                />
              ))}
              <text
                x={x}
                y="-28"
                textAnchor={share < 0.33 ? "start" : share > 0.67 ? "end" : "middle"}
                className="fill-soft stroke-paper"
                strokeWidth="4"
                paintOrder="stroke"
              >
                {dayText(at, zone)}
                {values.map(({ one, value }) => (
                  <tspan key={one.key} dx="8">
                    <tspan className={seriesTones[one.tone].fill}>●</tspan> {text(value)}
                  </tspan>
                ))}
              </text>
            </g>
          </g>
        );
      })}
    </svg>
  );
}
