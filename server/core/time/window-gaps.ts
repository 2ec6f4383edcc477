import type { TimeWindow } from "./time-window.ts";

/**
 * The parts of a window that a set of spans leaves open, in order of time. Empty spans count for nothing.
 *
 * Formula: window ∖ ⋃ spans, each part half-open.
 * Units: epoch milliseconds.
 *
 * @example
 * windowGaps({ from: 0, until: 10 }, [{ from: 6, until: 12 }, { from: 0, until: 4 }]); // => [{ from: 4, until: 6 }]
 * windowGaps({ from: 0, until: 10 }, [{ from: 0, until: 5 }, { from: 5, until: 10 }]); // => []
 */
export function windowGaps(window: TimeWindow, spans: readonly TimeWindow[]): TimeWindow[] {
  const gaps: TimeWindow[] = [];
  let reached = window.from;
  const spansWithin = spans.filter(({ from, until }) => from < until).sort((a, b) => a.from - b.from);
  for (const span of spansWithin) {
    if (span.from >= window.until) break;
    if (span.from > reached) gaps.push({ from: reached, until: span.from });
    reached = Math.max(reached, span.until);
  }
  if (reached < window.until) gaps.push({ from: reached, until: window.until });
  return gaps;
}

/**
 * The parts that two sets of spans have in common, in order of time, not touching one another.
 *
 * @example
 * commonSpans([{ from: 0, until: 6 }], [{ from: 4, until: 9 }]); // => [{ from: 4, until: 6 }]
 */
export function commonSpans(a: readonly TimeWindow[], b: readonly TimeWindow[]): TimeWindow[] {
  const all = { from: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY };
  return windowGaps(all, [...windowGaps(all, a), ...windowGaps(all, b)]);
}
