import { max } from "d3-array";
import { scaleLinear } from "d3-scale";
import { compactText } from "#app/_components/number-text.ts";
import type { CalibrationBin } from "./calibration-table.tsx";
import { coordinate } from "./step-path.ts";

const BAR = 36;
const TEXT = 16;

/** How many forecasts each bin holds, under the bins, since a rate of three is not a rate of three hundred. */
export function CountStrip({ bins }: { bins: readonly CalibrationBin[] }) {
  const height = scaleLinear([0, max(bins, (bin) => bin.count) ?? 1], [0, BAR]);
  return (
    <svg aria-hidden="true" width="100%" height={BAR + TEXT} className="block overflow-visible">
      <line x2="100%" y1={BAR + TEXT} y2={BAR + TEXT} className="stroke-outline" />
      {bins.map((bin) => {
        const tall = Math.max(1, height(bin.count));
        return (
          <g key={bin.from}>
            <rect
              x={`${coordinate(bin.from * 100 + 0.5)}%`}
              width={`${coordinate((bin.to - bin.from) * 100 - 1)}%`}
              y={BAR + TEXT - tall}
              height={tall}
              className="fill-accent opacity-30"
            />
            <text
              x={`${coordinate((bin.from + bin.to) * 50)}%`}
              y={BAR + TEXT - tall - 4}
              textAnchor="middle"
              className="fill-soft text-[11px]"
            >
              {compactText(bin.count)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
