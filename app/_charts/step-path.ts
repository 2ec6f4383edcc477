import type { StepPoint } from "./step-series.ts";

export type Scale = (value: number) => number;

/** A coordinate with a tenth of a unit, which is less than a pixel, so that paths stay short. */
export function coordinate(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** The steps as an SVG path of horizontal and vertical strokes. The last value is drawn on until `until`. */
export function stepPath(steps: readonly StepPoint[], x: Scale, y: Scale, until: number): string {
  let path = "";
  let isDrawing = false;
  for (const { at, value } of steps) {
    if (at > until) break;
    if (isDrawing) path += `H${coordinate(x(at))}`;
    if (value !== null)
      path += isDrawing ? `V${coordinate(y(value))}` : `M${coordinate(x(at))},${coordinate(y(value))}`;
    isDrawing = value !== null;
  }
  return isDrawing ? `${path}H${coordinate(x(until))}` : path;
}

/** A range that stands from an instant until the next point. */
export interface BandPoint {
  readonly at: number;
  readonly lower: number;
  readonly upper: number;
}

/** The area between the lower and the upper steps: forth along the upper edge and back along the lower. */
export function bandPath(band: readonly BandPoint[], x: Scale, y: Scale, until: number): string {
  const shown = band.filter((point) => point.at <= until);
  const first = shown[0];
  if (first === undefined) return "";
  const endOf = (index: number) => coordinate(x(shown[index + 1]?.at ?? until));
  const forth = shown.map((point, index) => `V${coordinate(y(point.upper))}H${endOf(index)}`);
  const back = shown.map((point) => `V${coordinate(y(point.lower))}H${coordinate(x(point.at))}`).toReversed();
  return `M${coordinate(x(first.at))},${coordinate(y(first.lower))}${forth.join("")}${back.join("")}Z`;
}
