import { dayText } from "#app/_components/instant-text.ts";
import { countText } from "#core/text/count-text.ts";

interface CountBarsProps {
  /** How many happened in each equal part of the span. */
  readonly counts: readonly number[];
  readonly from: number;
  readonly until: number;
}

const WIDTH = 130;
const HEIGHT = 28;

/** How often something happened over a span, in the height of a line or two of text. */
export function CountBars({ counts, from, until }: CountBarsProps) {
  const most = Math.max(1, ...counts);
  const step = WIDTH / Math.max(1, counts.length);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const words = `${countText(total, "event")} from ${dayText(from)} to ${dayText(until)}, at most ${most} in one of ${counts.length} equal parts`;
  return (
    <svg
      role="img"
      aria-label={words}
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className="inline-block shrink-0"
    >
      <line x2={WIDTH} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} className="stroke-outline" />
      {counts.map((count, part) => {
        const tall = count === 0 ? 0 : Math.max(3, (count / most) * (HEIGHT - 3));
        return count === 0 ? null : (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a part of the span is known by its place.
            key={part}
            x={part * step + 0.5}
            width={step - 1}
            y={HEIGHT - 1 - tall}
            height={tall}
            className="fill-accent"
          />
        );
      })}
    </svg>
  );
}
