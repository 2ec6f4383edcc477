import { IntervalDots } from "#app/_charts/interval-dots.tsx";
import type { BoardRowView, IntervalsView } from "#app/_scores/score-view.ts";

interface Axis {
  readonly from: number;
  readonly to: number;
}

interface Props {
  readonly row: BoardRowView;
  readonly interval: NonNullable<IntervalsView>[string] | undefined;
  readonly axis: Axis;
}

/** The axis that the intervals of these rows share; null when none of them has one. */
export function intervalAxis(intervals: IntervalsView, rows: readonly BoardRowView[]): Axis | null {
  const own = rows.flatMap(({ name }) => intervals?.[name]?.rating ?? []);
  if (own.length === 0) return null;
  return { from: Math.min(0, ...own.map(({ lower }) => lower)), to: Math.max(0, ...own.map(({ upper }) => upper)) };
}

/** How far a rating would move had other questions been asked, and through which ranks. */
export function BoardInterval({ row, interval, axis }: Props) {
  if (!interval) return <span className="text-faint">–</span>;
  const { rating, rank } = interval;
  return (
    <span className="flex items-center gap-3">
      <span className="min-w-32 grow">
        <IntervalDots
          value={row.rating}
          lower={rating.lower}
          upper={rating.upper}
          from={axis.from}
          to={axis.to}
          decimals={2}
        />
      </span>
      <span className="w-14 text-xs whitespace-nowrap text-soft">
        {rank.lower === rank.upper ? rank.lower : `${rank.lower}–${rank.upper}`}
      </span>
    </span>
  );
}
