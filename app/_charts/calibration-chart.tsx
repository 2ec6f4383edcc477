import { scaleLinear } from "d3-scale";
import { area, line } from "d3-shape";
import { numberText } from "#app/_components/number-text.ts";
import { percentText } from "#app/_components/percent-text.ts";
import { type CalibrationBin, CalibrationTable } from "./calibration-table.tsx";
import { ChartFigure } from "./chart-figure.tsx";
import { CountStrip } from "./count-strip.tsx";
import { coordinate } from "./step-path.ts";

const GRID = [0, 25, 50, 75, 100] as const;

interface CalibrationChartProps {
  readonly title: string;
  readonly lead?: string;
  readonly bins: readonly CalibrationBin[];
  /** A fitted curve of rate over probability, as CORP gives it. */
  readonly curve?: ReadonlyArray<{ readonly probability: number; readonly rate: number }>;
  /** Where a calibrated forecaster's curve would lie. */
  readonly band?: ReadonlyArray<{ readonly probability: number; readonly lower: number; readonly upper: number }>;
  /** What is counted in the bins. */
  readonly counted?: string;
}

/** How often things came true that were called so likely: on the diagonal, exactly as often as was said. */
export function CalibrationChart({ title, lead, bins, curve, band, counted = "forecast" }: CalibrationChartProps) {
  const shown = bins.filter((bin) => bin.count > 0);
  return (
    <ChartFigure
      title={title}
      lead={lead ?? "On the diagonal, what was called 70% came true 70% of the time. Lines are 95% intervals."}
      summary={shown
        .map(
          (bin) =>
            `Called ${percentText(bin.meanProbability)} on average: ${percentText(bin.observedRate)} came true, of ${numberText(bin.count, Number.isInteger(bin.count) ? 0 : 1)} ${bin.count === 1 ? counted : `${counted}s`}.`,
        )
        .join(" ")}
      table={<CalibrationTable caption={title} bins={shown} counted={counted} />}
    >
      <div className="max-w-104 pr-4 pb-1 pl-11 text-xs">
        <p aria-hidden="true" className="-ml-11 pt-3 pb-3 text-soft">
          Came true
        </p>
        <div className="aspect-square">
          <svg aria-hidden="true" width="100%" height="100%" className="block overflow-visible">
            <Axes />
            <Curves curve={curve ?? []} band={band ?? []} />
            {shown.map((bin) => (
              <BinMark key={bin.from} bin={bin} />
            ))}
          </svg>
        </div>
        <p aria-hidden="true" className="pt-7 pb-2 text-soft">
          Forecast, and how many
        </p>
        <CountStrip bins={shown} />
      </div>
    </ChartFigure>
  );
}

/** A share as a length along the plot; down, it is measured from the top. */
const across = (share: number) => `${coordinate(share * 100)}%`;
const down = (share: number) => `${coordinate((1 - share) * 100)}%`;

function Axes() {
  return (
    <>
      {GRID.map((percent) => {
        const place = percent / 100;
        const label = percent === 100 ? "100%" : String(percent);
        const look = percent === 0 ? "stroke-outline" : "stroke-hairline";
        return (
          <g key={percent} className="fill-faint">
            <line x2="100%" y1={down(place)} y2={down(place)} className={look} />
            <line x1={across(place)} x2={across(place)} y2="100%" className={look} />
            <text x="-8" y={down(place)} dy="0.35em" textAnchor="end">
              {label}
            </text>
            <text x={across(place)} y="100%" dy="18" textAnchor="middle">
              {label}
            </text>
          </g>
        );
      })}
      <line x1="0" y1="100%" x2="100%" y2="0" className="stroke-faint" strokeDasharray="4 4" />
    </>
  );
}

/** A bin's rate with its interval, at the mean of its forecasts. */
function BinMark({ bin }: { bin: CalibrationBin }) {
  const x = across(bin.meanProbability);
  return (
    <g>
      <line
        x1={x}
        x2={x}
        y1={down(bin.lower)}
        y2={down(bin.upper)}
        className="stroke-accent opacity-50"
        strokeWidth="3"
      />
      <circle cx={x} cy={down(bin.observedRate)} r="5" className="fill-accent stroke-paper" strokeWidth="1.5" />
    </g>
  );
}

type CurveProps = Required<Pick<CalibrationChartProps, "curve" | "band">>;

function Curves({ curve, band }: CurveProps) {
  const x = scaleLinear([0, 1], [0, 1000]);
  const y = scaleLinear([0, 1], [1000, 0]);
  const within = area<CurveProps["band"][number]>(
    (point) => x(point.probability),
    (point) => y(point.lower),
    (point) => y(point.upper),
  ).digits(1);
  const fitted = line<CurveProps["curve"][number]>(
    (point) => x(point.probability),
    (point) => y(point.rate),
  ).digits(1);
  return (
    <svg aria-hidden="true" width="100%" height="100%" viewBox="0 0 1000 1000" preserveAspectRatio="none">
      {band.length > 1 ? <path d={within(band) ?? ""} className="fill-faint opacity-20" /> : null}
      {curve.length > 1 ? (
        <path
          d={fitted(curve) ?? ""}
          fill="none"
          strokeWidth="2"
          vectorEffect="non-scaling-stroke"
          className="stroke-ink"
        />
      ) : null}
    </svg>
  );
}
