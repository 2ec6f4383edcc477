import { ensureArgument } from "#core/errors.ts";
import { randomSequence } from "#core/random/random-sequence.ts";

/** How many times a board is drawn again. */
export const RESAMPLES = 2000;
/** With fewer groups than this no interval is shown: the bootstrap would promise too much. */
export const MIN_GROUPS = 30;

/**
 * Bootstrap resamples of question groups: how often each group is drawn, resample by resample. Whole groups are drawn, since questions
 * about one event stand or fall together.
 *
 * Formula: per resample, `groups` draws with replacement from 0 … groups−1, counted.
 * Units: counts; every array sums to `groups`. The same seed gives the same resamples. The array yielded is reused for the next resample.
 * Errors: `argument_must_be_in_domain` without groups.
 * Source: cluster bootstrap; A. C. Davison & D. V. Hinkley, Bootstrap Methods and their Application (1997), §3.8.
 *
 * @example
 * [...questionResamples(1, { seed: "s", resamples: 2 })].length; // => 2
 */
export function* questionResamples(
  groups: number,
  { seed, resamples = RESAMPLES }: { seed: string; resamples?: number },
): Generator<Uint32Array> {
  ensureArgument(groups > 0, "Resampling needs question groups.");
  const random = randomSequence(seed);
  const times = new Uint32Array(groups);
  for (let resample = 0; resample < resamples; resample++) {
    times.fill(0);
    for (let draw = 0; draw < groups; draw++) {
      const group = random.below(groups);
      times[group] = (times[group] as number) + 1;
    }
    yield times;
  }
}
