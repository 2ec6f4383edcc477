import { dayText } from "#app/_components/instant-text.ts";
import type { PlotPlane } from "./plot-plane.ts";
import { activeValue } from "./step-series.ts";

/** What stood at one instant: where it lies across (0..1), its day, and each line's place down and words; null where nothing stood. */
export interface PlotReading {
  readonly share: number;
  readonly day: string;
  readonly values: ReadonlyArray<readonly [y: number, text: string] | null>;
}

const COUNT = 60;

/** Evenly spread readings of the lines, for whoever points at the plot. Rounded, since they travel with the page. */
export function plotReadings({ series, from, to, until, y, text }: PlotPlane, zone: string): PlotReading[] {
  if (until <= from) return [];
  const step = (until - from) / COUNT;
  return Array.from({ length: COUNT }, (_, index) => from + step * (index + 0.5)).flatMap((at): PlotReading[] => {
    const values = series.map((one): readonly [number, string] | null => {
      const value = activeValue(one.steps, at);
      return value === null ? null : [Math.round(y(value)), text(value)];
    });
    if (values.every((value) => value === null)) return [];
    return [{ share: Math.round(((at - from) / (to - from)) * 1000) / 1000, day: dayText(at, zone), values }];
  });
}
