import { classNames } from "#app/_components/class-names.ts";
import { percentText } from "#app/_components/percent-text.ts";
import { ChartFigure } from "./chart-figure.tsx";
import { type ChartSeries, seriesSummary, shortLabels, type ValueText } from "./chart-series.ts";
import { EndLabels } from "./end-labels.tsx";
import { EventPins, type PinnedEvent } from "./event-pins.tsx";
import { isCut, labelForm } from "./label-form.ts";
import { plotReadings } from "./plot-readings.ts";
import { PlotReadout } from "./plot-readout.tsx";
import { SeriesPaths } from "./series-paths.tsx";
import { SeriesTable } from "./series-table.tsx";
import { seriesTones } from "./series-tone.ts";
import { type PlotMark, TimePlot } from "./time-plot.tsx";

const HEIGHT = 260;

/** How heights of 0..1 are told: on the axis, and of a line. */
export interface ChartAxis {
  readonly grid: readonly { readonly share: number; readonly label: string }[];
  readonly text: ValueText;
}

const PERCENTS: ChartAxis = {
  grid: [0, 25, 50, 75, 100].map((percent) => ({
    share: percent / 100,
    label: percent === 100 ? "100%" : String(percent),
  })),
  text: percentText,
};

interface ProbabilityChartProps {
  readonly title: string;
  readonly lead?: string;
  readonly series: readonly ChartSeries[];
  /** The span of the axis, in epoch milliseconds: usually from the opening to the closing. */
  readonly from: number;
  readonly to: number;
  /** The server's now, where lines end and "Today" stands. */
  readonly now: number;
  /** Ends the lines earlier than now: the closing or the resolution. */
  readonly endsAt?: number;
  readonly pins?: readonly PinnedEvent[];
  readonly marks?: readonly PlotMark[];
  readonly zone?: string;
  /** Percents, unless the lines are places in a range of other values. */
  readonly axis?: ChartAxis;
}

/** Probabilities over time as the steps they are: each stands until it is replaced. */
export function ProbabilityChart({
  series,
  from,
  to,
  now,
  pins = [],
  zone = "UTC",
  axis = PERCENTS,
  ...rest
}: ProbabilityChartProps) {
  const { grid, text } = axis;
  const until = Math.min(to, rest.endsAt ?? now, now);
  const y = (probability: number) => HEIGHT * (1 - probability);
  const shownPins = pins.filter((pin) => pin.at >= from && pin.at <= to);
  const isTodayShown = now > from && now < to;
  const marks = [...(rest.marks ?? []), ...(isTodayShown ? [{ at: now, label: "Today" }] : [])];
  const plane = { series, from, to, until, height: HEIGHT, y, text };
  return (
    <ChartFigure
      title={rest.title}
      lead={rest.lead}
      summary={series.map((one) => seriesSummary(one, until, zone, text)).join(" ")}
      table={<SeriesTable series={series} until={until} zone={zone} caption={rest.title} text={text} />}
    >
      <SeriesKey series={series} />
      <TimePlot
        from={from}
        to={to}
        height={HEIGHT}
        grid={grid.map(({ share, label }) => ({ y: y(share), label, isMain: share === 0 }))}
        marks={marks.filter((mark) => mark.at >= from && mark.at <= to)}
        hasPins={shownPins.length > 0}
        until={until}
        paths={<SeriesPaths {...plane} />}
      >
        {series.every((one) => one.steps.length === 0) ? (
          <text x="50%" y={HEIGHT / 2} dy="-0.6em" textAnchor="middle" className="fill-soft text-sm">
            No forecasts yet
          </text>
        ) : null}
        <PlotReadout readings={plotReadings(plane, zone)} tones={series.map((one) => one.tone)} height={HEIGHT} />
        <EndLabels {...plane} />
        <EventPins pins={shownPins} from={from} to={to} y={HEIGHT} zone={zone} />
      </TimePlot>
    </ChartFigure>
  );
}

/** The names of the lines, where the room beside them holds only letters or not all of a name. */
function SeriesKey({ series }: { series: readonly ChartSeries[] }) {
  const shorts = shortLabels(series.map((one) => one.label));
  if (series.every((one, place) => one.label === shorts[place])) return null;
  const form = labelForm(series.length);
  const isNeededWide = series.some((one) => isCut(one.label, form));
  return (
    <ul
      aria-hidden="true"
      className={classNames("mt-2 flex flex-wrap gap-x-5 gap-y-1 text-sm", !isNeededWide && "@xl:hidden")}
    >
      {series.map((one, place) => (
        <li key={one.key} className="flex basis-full items-baseline gap-2 @xl:basis-auto">
          <span className={classNames("size-2.5 shrink-0 rounded-full", seriesTones[one.tone].swatch)} />
          <span className="w-3.5 shrink-0 font-semibold @xl:hidden">{shorts[place]}</span>
          <span>{one.label}</span>
        </li>
      ))}
    </ul>
  );
}
