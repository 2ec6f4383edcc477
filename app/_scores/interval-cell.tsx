import { IntervalDots } from "#app/_charts/interval-dots.tsx";
import type { IntervalView } from "./score-view.ts";

export interface IntervalAxis {
  readonly from: number;
  readonly to: number;
}

/** The axis that some intervals share, with 0 on it; null when there is none. */
export function intervalAxis(intervals: readonly (IntervalView | null)[]): IntervalAxis | null {
  const own = intervals.filter((interval) => interval !== null);
  if (own.length === 0) return null;
  return { from: Math.min(0, ...own.map(({ lower }) => lower)), to: Math.max(0, ...own.map(({ upper }) => upper)) };
}

interface Props {
  readonly value: number;
  readonly interval: IntervalView | null;
  readonly axis: IntervalAxis;
  readonly decimals: number;
  /** Left out for a line that has no place. */
  readonly hasPlace?: boolean;
}

/** How far a score would move had other questions been asked, and through which places. */
export function IntervalCell({ value, interval, axis, decimals, hasPlace = true }: Props) {
  if (!interval) return <span className="text-faint">–</span>;
  const { lower, upper, best, worst } = interval;
  return (
    <span className="flex items-center gap-3">
      <span className="min-w-32 grow">
        <IntervalDots value={value} lower={lower} upper={upper} from={axis.from} to={axis.to} decimals={decimals} />
      </span>
      <span className="w-14 text-xs whitespace-nowrap text-soft">
        {hasPlace ? (
          <>
            <span className="sr-only">{best === worst ? "place " : "places "}</span>
            {best === worst ? best : `${best}–${worst}`}
          </>
        ) : null}
      </span>
    </span>
  );
}
