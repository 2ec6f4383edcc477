import { scaleLinear } from "d3-scale";
import { classNames } from "#app/_components/class-names.ts";
import type { PlotPlane } from "./plot-plane.ts";
import { seriesTones } from "./series-tone.ts";
import { bandPath, coordinate, stepPath } from "./step-path.ts";
import { thinSteps } from "./step-series.ts";
import { PLOT_WIDTH } from "./time-plot.tsx";

const BUCKETS = 400;
/** Dots beyond this many hide the line rather than explain it. */
const MAX_DOTS = 60;

/** Bands below, lines above, and a dot for each act of a person. */
export function SeriesPaths({ series, from, to, until, y }: PlotPlane) {
  const x = scaleLinear([from, to], [0, PLOT_WIDTH]);
  return (
    <>
      {series.map((one) =>
        one.band === undefined ? null : (
          <path
            key={one.key}
            d={bandPath(one.band, x, y, until)}
            className={classNames(seriesTones[one.tone].fill, "opacity-20")}
          />
        ),
      )}
      {series.map((one) => (
        <path
          key={one.key}
          d={stepPath(thinSteps(one.steps, BUCKETS), x, y, until)}
          fill="none"
          strokeWidth={one.hasDots ? 1.5 : 2}
          strokeLinejoin="round"
          vectorEffect="non-scaling-stroke"
          className={seriesTones[one.tone].stroke}
        />
      ))}
      {series
        .filter((one) => one.hasDots && one.steps.length <= MAX_DOTS)
        .map((one) => (
          // Strokes without length and with round ends: dots that stay round however the plane is stretched.
          <path
            key={one.key}
            d={one.steps
              .filter((point) => point.value !== null && point.at <= until)
              .map((point) => `M${coordinate(x(point.at))},${coordinate(y(point.value ?? 0))}h0`)
              .join("")}
            strokeWidth={7}
            strokeLinecap="round"
            vectorEffect="non-scaling-stroke"
            className={seriesTones[one.tone].stroke}
          />
        ))}
    </>
  );
}
