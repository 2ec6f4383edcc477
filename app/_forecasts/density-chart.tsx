import { locationText, type Ranged } from "#app/_questions/range-text.ts";

interface Props {
  readonly ranged: Ranged;
  readonly own: readonly number[] | null;
  readonly crowd: readonly number[] | null;
}

const WIDTH = 400;
const HEIGHT = 96;
/** Buckets drawn as one: single ones show the joints of the curve rather than its shape. */
const JOINED = 4;

/** How likely each part of the range is, by the CDF's steps. */
function densities(cdf: readonly number[]): number[] {
  const count = Math.floor((cdf.length - 1) / JOINED);
  return Array.from({ length: count }, (_, k) => (cdf[(k + 1) * JOINED] ?? 0) - (cdf[k * JOINED] ?? 0));
}

/** A line through the middles of the parts, from end to end. */
function outline(values: readonly number[], top: number): string {
  const x = (k: number) => ((k + 0.5) / values.length) * WIDTH;
  const points = values.map((value, k) => `${x(k).toFixed(1)},${(HEIGHT * (1 - value / top)).toFixed(1)}`);
  return `M0,${points[0]?.split(",")[1] ?? HEIGHT}L${points.join("L")}L${WIDTH},${points.at(-1)?.split(",")[1] ?? HEIGHT}`;
}

/** The shape of one's own distribution over the range, with the crowd's as a line beside it. */
export function DensityChart({ ranged, own, crowd }: Props) {
  const [mine, theirs] = [own && densities(own), crowd && densities(crowd)];
  const top = Math.max(0.001, ...(mine ?? []), ...(theirs ?? [])) * 1.08;
  return (
    <figure aria-label="How likely each part of the range is">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="h-24 w-full border-b border-outline"
        aria-hidden="true"
      >
        {mine ? (
          <path d={`${outline(mine, top)}L${WIDTH},${HEIGHT}L0,${HEIGHT}Z`} className="fill-accent/20 stroke-accent" />
        ) : null}
        {theirs ? (
          <path
            d={outline(theirs, top)}
            fill="none"
            className="stroke-soft"
            strokeDasharray="3 3"
            vectorEffect="non-scaling-stroke"
          />
        ) : null}
      </svg>
      <figcaption className="mt-1 flex justify-between gap-4 text-xs text-soft">
        <span>{locationText(ranged, 0)}</span>
        <span>{theirs ? "Filled: you. Dashed: the crowd." : ranged.range.unit}</span>
        <span>{locationText(ranged, 1)}</span>
      </figcaption>
    </figure>
  );
}
