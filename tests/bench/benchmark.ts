/** One figure of a run: what was measured, how large, in which unit, and against which baseline of the same run. */
export interface Figure {
  name: string;
  n: number;
  value: number;
  unit: string;
  /** value / baseline value, where there is a baseline. */
  ratio: number | null;
  /** What the baseline is. */
  baseline: string | null;
}

/** A benchmark has a name, belongs to groups, and gives its figures when run. */
export interface Benchmark {
  name: string;
  groups: readonly string[];
  run(): Figure[] | Promise<Figure[]>;
}

export interface Timings {
  p50: number;
  p95: number;
  p99: number;
}

/**
 * Times two pieces of work in turns, so that what disturbs one disturbs the other: after a warm-up, `rounds` pairs.
 * Gives milliseconds. The results are kept until the end, so that no work can be optimised away.
 */
export function interleaved(rounds: number, warmUp: number, work: () => unknown, baseline: () => unknown) {
  const kept: unknown[] = [];
  const [own, other]: [number[], number[]] = [[], []];
  for (let round = -warmUp; round < rounds; round++) {
    const begun = performance.now();
    kept[0] = work();
    const between = performance.now();
    kept[1] = baseline();
    const ended = performance.now();
    if (round < 0) continue;
    own.push(between - begun);
    other.push(ended - between);
  }
  return {
    work: timings(own),
    baseline: timings(other),
    ratio: quantile(
      own.map((ms, i) => ms / (other[i] as number)),
      0.5,
    ),
  };
}

export function timings(milliseconds: readonly number[]): Timings {
  return { p50: quantile(milliseconds, 0.5), p95: quantile(milliseconds, 0.95), p99: quantile(milliseconds, 0.99) };
}

function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] as number;
}

/** p50, p95 and p99 as figures; the first carries the ratio. */
export function timingFigures(
  name: string,
  n: number,
  times: Timings,
  ratio: number | null,
  baseline: string | null,
): Figure[] {
  return [
    { name, n, value: times.p50, unit: "ms", ratio, baseline },
    { name: `${name} p95`, n, value: times.p95, unit: "ms", ratio: null, baseline: null },
    { name: `${name} p99`, n, value: times.p99, unit: "ms", ratio: null, baseline: null },
  ];
}
