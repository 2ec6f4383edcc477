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

/** What a benchmark may be told when it is run. */
export interface BenchOptions {
  /** Other people's data to measure on, for those that can. */
  readonly folder: string | null;
}

/** A benchmark has a name, belongs to groups, and gives its figures when run. */
export interface Benchmark {
  name: string;
  groups: readonly string[];
  run(options: BenchOptions): Figure[] | Promise<Figure[]>;
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

/**
 * The same for work that waits for a database: in turns after a warm-up, without repeating the baseline; where the baseline is a
 * long one, it is run in fewer of the rounds.
 */
export async function interleavedReads(
  { rounds, warmUp, baselineRounds = rounds }: { rounds: number; warmUp: number; baselineRounds?: number },
  work: () => Promise<unknown>,
  baseline: () => Promise<unknown>,
): Promise<{ work: Timings; beside: Timings }> {
  const [own, other]: [number[], number[]] = [[], []];
  for (let round = -warmUp; round < rounds; round++) {
    const begun = performance.now();
    await work();
    const done = performance.now();
    if (round >= 0) own.push(done - begun);
    if (round < 0 ? round >= -Math.min(warmUp, baselineRounds) : round < baselineRounds) {
      const start = performance.now();
      await baseline();
      if (round >= 0) other.push(performance.now() - start);
    }
  }
  return { work: timings(own), beside: timings(other) };
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
