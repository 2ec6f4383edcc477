/** What a server tells of itself at one moment of a long run. */
export interface Sample {
  readonly minute: number;
  readonly megabytes: number;
}

/** What is open while nobody asks for anything, before the load and after it. */
export interface Open {
  /** To Postgres. How many a pool keeps depends on what its jobs last did at once; it has a bound. */
  readonly connections: number;
  /** Those of them that somebody holds. */
  readonly held: number;
  /** Beside those connections. */
  readonly handles: number;
}

export interface LongRun {
  readonly samples: readonly Sample[];
  /** What comes before is the server filling its caches. */
  readonly warmUpMinutes: number;
  readonly before: Open;
  readonly after: Open;
}

const MAX_MEGABYTES_A_MINUTE = 1;
/** As many as one process may have, by docs/operations.md. */
const MAX_CONNECTIONS = 12;
const FEWEST_SAMPLES = 5;
/** Handles that come and go by themselves, such as a timer or a connection that is just being closed. */
const PASSING_HANDLES = 3;

/** Megabytes a minute, by least squares. */
export function slopeOf(samples: readonly Sample[]): number {
  const mean = (of: (sample: Sample) => number) => samples.reduce((sum, each) => sum + of(each), 0) / samples.length;
  const [minutes, megabytes] = [mean(({ minute }) => minute), mean((sample) => sample.megabytes)];
  const spread = mean(({ minute }) => (minute - minutes) ** 2);
  return mean(({ minute, megabytes: held }) => (minute - minutes) * (held - megabytes)) / spread;
}

export const afterWarmUp = ({ samples, warmUpMinutes }: LongRun) =>
  samples.filter(({ minute }) => minute >= warmUpMinutes);

/** What grows that should not, in words. */
export function memoryFaults(run: LongRun): string[] {
  const samples = afterWarmUp(run);
  if (samples.length < FEWEST_SAMPLES) return [`${samples.length} samples after the warm-up tell nothing`];
  const slope = slopeOf(samples);
  const { before, after } = run;
  return [
    ...(slope < MAX_MEGABYTES_A_MINUTE ? [] : [`memory grows by ${slope.toFixed(2)} MB a minute`]),
    ...(after.held <= before.held ? [] : [`${after.held} connections to Postgres are held, and ${before.held} were`]),
    ...(after.connections <= MAX_CONNECTIONS ? [] : [`${after.connections} connections to Postgres`]),
    ...(after.handles <= before.handles + PASSING_HANDLES
      ? []
      : [`${after.handles} handles where ${before.handles} were`]),
  ];
}
