import type { ReactNode } from "react";
import { classNames } from "#app/_components/class-names.ts";
import { timeTicks } from "./time-ticks.ts";

/** Paths are drawn on a plane this wide, which is then stretched to the room there is. */
export const PLOT_WIDTH = 1000;

export interface PlotMark {
  readonly at: number;
  readonly label: string;
}

interface TimePlotProps {
  readonly from: number;
  readonly to: number;
  readonly height: number;
  /** Horizontal lines, at `y` in pixels from the top. */
  readonly grid: ReadonlyArray<{ readonly y: number; readonly label: string; readonly isMain?: boolean }>;
  /** Vertical lines: today, the closing. */
  readonly marks: readonly PlotMark[];
  /** Paths on a plane PLOT_WIDTH wide and `height` high. */
  readonly paths: ReactNode;
  /** Drawn over it, placed by percent across and pixels down. */
  readonly children?: ReactNode;
  /** Room between the axis and its labels, for pins. */
  readonly hasPins?: boolean;
  /** Where the lines end: the labels stand to the right of it, so the nearer it is to the edge, the more room they get. */
  readonly until: number;
}

/** Where an instant lies across the plot, as an SVG length. */
export function acrossPlot(at: number, from: number, to: number): string {
  return `${Math.round(((at - from) / (to - from)) * 10_000) / 100}%`;
}

/** Room at the right for labels that begin when `left` of the width remains. */
function gutterFor(left: number): string {
  if (left > 0.3) return "pr-3";
  return left > 0.14 ? "pr-11 @xl:pr-14" : "pr-17 @xl:pr-40";
}

/**
 * Axes over time. Only the lines are stretched to the width: text and dots keep their size in pixels on every screen,
 * without script and without styles in attributes.
 */
export function TimePlot({ from, to, height, grid, marks, until, paths, children, ...room }: TimePlotProps) {
  const axisRoom = room.hasPins ? 26 : 0;
  return (
    <div className={classNames("pt-11 pl-11", room.hasPins ? "pb-14" : "pb-8", gutterFor((to - until) / (to - from)))}>
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: the figure names it; a title here would follow the pointer as a tooltip. */}
      <svg width="100%" height={height} className="block overflow-visible text-xs">
        <svg aria-hidden="true" className="overflow-visible">
          {grid.map((line) => (
            <g key={line.label}>
              <line x2="100%" y1={line.y} y2={line.y} className={line.isMain ? "stroke-outline" : "stroke-hairline"} />
              <text x="-8" y={line.y} dy="0.35em" textAnchor="end" className="fill-faint">
                {line.label}
              </text>
            </g>
          ))}
          {timeTicks(from, to).map((tick) => (
            <g key={tick.at} className={tick.isMain ? undefined : "hidden @lg:inline"}>
              <line
                x1={acrossPlot(tick.at, from, to)}
                x2={acrossPlot(tick.at, from, to)}
                y1={height}
                y2={height + 5}
                className="stroke-outline"
              />
              <text
                x={acrossPlot(tick.at, from, to)}
                y={height + axisRoom + 19}
                textAnchor="middle"
                className="fill-faint"
              >
                {tick.label}
              </text>
            </g>
          ))}
          {marks.map((mark) => (
            <g key={mark.label}>
              <line
                x1={acrossPlot(mark.at, from, to)}
                x2={acrossPlot(mark.at, from, to)}
                y1={-4}
                y2={height}
                className="stroke-outline"
                strokeDasharray="2 3"
              />
              <text x={acrossPlot(mark.at, from, to)} y={-9} textAnchor="middle" className="fill-soft">
                {mark.label}
              </text>
            </g>
          ))}
          <svg
            width="100%"
            height={height}
            viewBox={`0 0 ${PLOT_WIDTH} ${height}`}
            preserveAspectRatio="none"
            className="overflow-visible"
            aria-hidden="true"
          >
            {paths}
          </svg>
        </svg>
        {children}
      </svg>
    </div>
  );
}
