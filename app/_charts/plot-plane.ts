import type { ProbabilitySeries } from "./probability-series.ts";

/** The lines and where they are drawn: the axis from..to, the lines until `until`, y in pixels from the top. */
export interface PlotPlane {
  readonly series: readonly ProbabilitySeries[];
  readonly from: number;
  readonly to: number;
  readonly until: number;
  readonly height: number;
  readonly y: (probability: number) => number;
}
