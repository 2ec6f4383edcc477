import { ChartFigure } from "./chart-figure.tsx";
import { EndLabels } from "./end-labels.tsx";
import { EventPins, type PinnedEvent } from "./event-pins.tsx";
import { HoverColumns } from "./hover-columns.tsx";
import { type ProbabilitySeries, seriesSummary } from "./probability-series.ts";
import { ProbabilityTable } from "./probability-table.tsx";
import { SeriesKey } from "./series-key.tsx";
import { SeriesPaths } from "./series-paths.tsx";
import { type PlotMark, TimePlot } from "./time-plot.tsx";

const HEIGHT = 260;
const GRID = [0, 25, 50, 75, 100] as const;
/** Lines that end beyond this share of the width have their labels in the gutter rather than in the plot. */
const GUTTER_FROM = 0.72;

interface ProbabilityChartProps {
  readonly title: string;
  readonly lead?: string;
  readonly series: readonly ProbabilitySeries[];
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
}

/** Probabilities over time as the steps they are: each stands until it is replaced. */
export function ProbabilityChart({ series, from, to, now, pins = [], zone = "UTC", ...rest }: ProbabilityChartProps) {
  const until = Math.min(to, rest.endsAt ?? now, now);
  const y = (probability: number) => HEIGHT * (1 - probability);
  const shownPins = pins.filter((pin) => pin.at >= from && pin.at <= to);
  const isTodayShown = now > from && now < to;
  const marks = [...(rest.marks ?? []), ...(isTodayShown ? [{ at: now, label: "Today" }] : [])];
  const hasGutter = (until - from) / (to - from) > GUTTER_FROM;
  const plane = { series, from, to, until, height: HEIGHT };
  return (
    <ChartFigure
      title={rest.title}
      lead={rest.lead}
      summary={series.map((one) => seriesSummary(one, until, zone)).join(" ")}
      table={<ProbabilityTable series={series} until={until} zone={zone} caption={rest.title} />}
    >
      <SeriesKey series={series} />
      <TimePlot
        from={from}
        to={to}
        height={HEIGHT}
        grid={GRID.map((percent) => ({
          y: y(percent / 100),
          label: percent === 100 ? "100%" : String(percent),
          isMain: percent === 0,
        }))}
        marks={marks.filter((mark) => mark.at >= from && mark.at <= to)}
        hasPins={shownPins.length > 0}
        hasGutter={hasGutter}
        paths={<SeriesPaths {...plane} y={y} />}
      >
        <HoverColumns {...plane} y={y} zone={zone} />
        <EndLabels {...plane} y={y} hasGutter={hasGutter} />
        <EventPins pins={shownPins} from={from} to={to} y={HEIGHT} zone={zone} />
      </TimePlot>
    </ChartFigure>
  );
}
