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
 * The lighter baseline is repeated until it takes about as long as the work, because on a busy machine a longer piece is
 * interrupted more often. Gives milliseconds of one piece each; the ratio is the median over the pairs. `cpuMs` is the mean
 * time the processor spent on the work, which other people's programs do not lengthen.
 */
export function interleaved(rounds: number, warmUp: number, work: () => unknown, baseline: () => unknown) {
  const [own, other]: [number[], number[]] = [[], []];
  let repeats = 1;
  let cpu = 0;
  for (let round = -warmUp; round < rounds; round++) {
    const cpuBefore = cpuMilliseconds();
    const workMs = millisecondsOf(work, 1);
    if (round >= 0) cpu += cpuMilliseconds() - cpuBefore;
    const baselineMs = millisecondsOf(baseline, repeats);
    if (round === -1) repeats = Math.max(1, Math.round(workMs / baselineMs));
    if (round < 0) continue;
    own.push(workMs);
    other.push(baselineMs);
  }
  const ratios = own.map((ms, i) => ms / (other[i] as number));
  return { work: timings(own), baseline: timings(other), ratio: quantile(ratios, 0.5), cpuMs: cpu / rounds };
}

/** What this thread has used of the processor; the clock ticks every few milliseconds, so only sums mean something. */
export function cpuMilliseconds(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

let kept: unknown;

function millisecondsOf(work: () => unknown, repeats: number): number {
  const begun = performance.now();
  // Kept, so that no work can be optimised away.
  for (let i = 0; i < repeats; i++) kept = work();
  const ended = performance.now();
  return kept === work ? Number.NaN : (ended - begun) / repeats;
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
