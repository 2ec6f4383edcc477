import { extent } from "d3-array";
import { scaleLinear } from "d3-scale";
import { numberText, signedText } from "#app/_components/number-text.ts";
import { spanText } from "#app/_components/relative-text.ts";
import { ChartFigure } from "./chart-figure.tsx";
import { type ChartSeries, seriesSummary } from "./chart-series.ts";
import { EndLabels } from "./end-labels.tsx";
import { plotReadings } from "./plot-readings.ts";
import { PlotReadout } from "./plot-readout.tsx";
import { meanLead, type ScoreSpan, scoreSpans } from "./score-spans.ts";
import { SeriesPaths } from "./series-paths.tsx";
import { SeriesTable } from "./series-table.tsx";
import { coordinate } from "./step-path.ts";
import type { StepPoint } from "./step-series.ts";
import { PLOT_WIDTH, type PlotMark, TimePlot } from "./time-plot.tsx";

const HEIGHT = 220;

interface ScoreSweepChartProps {
  readonly title: string;
  readonly lead?: string;
  /** My score at each instant, had it been scored then; null while I had no forecast. */
  readonly mine: readonly StepPoint[];
  /** The mean of the others' at each instant; null while there was nobody else. */
  readonly others: readonly StepPoint[];
  readonly from: number;
  readonly to: number;
  readonly mineLabel?: string;
  readonly othersLabel?: string;
  readonly marks?: readonly PlotMark[];
  readonly zone?: string;
  readonly decimals?: number;
}

/** One score against the mean of the others over time: the area between them, over the time, is the Peer score. */
export function ScoreSweepChart({ mine, others, from, to, zone = "UTC", decimals = 0, ...rest }: ScoreSweepChartProps) {
  const series: ChartSeries[] = [
    { key: "others", label: rest.othersLabel ?? "Mean of the others", tone: "others", steps: others },
    { key: "mine", label: rest.mineLabel ?? "You", tone: "mine", steps: mine },
  ];
  const spans = scoreSpans(mine, others, to);
  const { lead, spanMs } = meanLead(spans);
  const values = series.flatMap((one) => one.steps.flatMap((point) => (point.value === null ? [] : [point.value])));
  const [lowest = 0, highest = 0] = extent(values);
  const y = scaleLinear([lowest, highest === lowest ? lowest + 1 : highest], [HEIGHT, 0]).nice(4);
  const text = (value: number) => numberText(value, decimals);
  const plane = { series, from, to, until: to, height: HEIGHT, y, text };
  const led = `${signedText(lead)} against the others on average, over ${spanText(spanMs)}.`;
  return (
    <ChartFigure
      title={rest.title}
      lead={rest.lead}
      summary={`${led} ${series.map((one) => seriesSummary(one, to, zone, text)).join(" ")}`}
      table={<SeriesTable series={series} until={to} zone={zone} caption={rest.title} text={text} />}
    >
      <TimePlot
        from={from}
        to={to}
        until={to}
        height={HEIGHT}
        grid={y.ticks(4).map((value) => ({ y: y(value), label: numberText(value), isMain: value === 0 }))}
        marks={rest.marks ?? []}
        paths={
          <>
            <LeadAreas spans={spans} x={scaleLinear([from, to], [0, PLOT_WIDTH])} y={y} />
            <SeriesPaths {...plane} />
          </>
        }
      >
        <PlotReadout readings={plotReadings(plane, zone)} tones={series.map((one) => one.tone)} height={HEIGHT} />
        <EndLabels {...plane} />
      </TimePlot>
    </ChartFigure>
  );
}

type Scale = (value: number) => number;

/** What was gained where mine lies above, and lost where it lies below. */
function LeadAreas({ spans, x, y }: { spans: readonly ScoreSpan[]; x: Scale; y: Scale }) {
  const box = ({ from, to, mine, others }: ScoreSpan) =>
    `M${coordinate(x(from))},${coordinate(y(mine))}H${coordinate(x(to))}V${coordinate(y(others))}H${coordinate(x(from))}Z`;
  const ahead = spans.filter((span) => span.mine > span.others).map(box);
  const behind = spans.filter((span) => span.mine < span.others).map(box);
  return (
    <>
      <path d={ahead.join("")} className="fill-success opacity-20" />
      <path d={behind.join("")} className="fill-danger opacity-20" />
    </>
  );
}
