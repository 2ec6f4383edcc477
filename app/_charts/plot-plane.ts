import type { ChartSeries, ValueText } from "./chart-series.ts";

/** The lines and where they are drawn: the axis from..to, the lines until `until`, y in pixels from the top. */
export interface PlotPlane {
  readonly series: readonly ChartSeries[];
  readonly from: number;
  readonly to: number;
  readonly until: number;
  readonly height: number;
  readonly y: (value: number) => number;
  readonly text: ValueText;
}
