import type { RateLimiterRes } from "rate-limiter-flexible";
import type { RateLimit, RateLimitState } from "#core/request/rate-limit.ts";
import { stateOf } from "./count-attempt.ts";

/** Adds to the count that all processes share, and gives what it then is, also where that is too much. */
type Consume = (points: number) => Promise<RateLimiterRes>;

export interface SharedCount {
  /** Counts one more, and tells what is left and whether this one was too many. */
  count(): Promise<{ state: RateLimitState; isTooMany: boolean }>;
}

interface Batch {
  size: number;
  /** The shared count before this batch. */
  before: Promise<number>;
}

/**
 * One count in one process, kept in step with the shared one at little cost. What is counted while a statement is under way
 * travels with the next one. While the shared count is known to be under half of the quota nobody waits for the statement, and
 * the very first does not either; from half on everybody does, and beyond the quota no statement is made at all. So a limit
 * holds exactly in one process, and with more of them each lets at most one through before it has asked.
 */
export function sharedCount(limit: RateLimit, consume: Consume): SharedCount {
  let latest: RateLimiterRes | undefined;
  let endsAt = 0;
  let pending = 0;
  let batch: Batch | undefined;
  let sending: Promise<unknown> = Promise.resolve();

  async function send(closing: Batch): Promise<number> {
    batch = undefined;
    try {
      latest = await consume(closing.size);
      endsAt = Date.now() + latest.msBeforeNext;
      return latest.consumedPoints - closing.size;
    } finally {
      pending -= closing.size;
    }
  }

  function openBatch(): Batch {
    const opened: Batch = { size: 0, before: Promise.resolve(0) };
    opened.before = sending.then(() => send(opened));
    sending = opened.before.catch(() => undefined);
    return opened;
  }

  /** The place in the shared count that this one got. */
  function joined(): Promise<number> {
    batch ??= openBatch();
    pending++;
    const place = ++batch.size;
    return batch.before.then((before) => before + place);
  }

  const stateNow = (): RateLimitState => {
    const known = latest ? stateOf(limit, latest) : { limit, remaining: limit.quota, resetSeconds: limit.seconds };
    return { ...known, remaining: Math.max(0, known.remaining - pending) };
  };

  return {
    async count() {
      if (latest && Date.now() >= endsAt) latest = undefined;
      if (latest && latest.consumedPoints >= limit.quota) {
        const resetSeconds = Math.max(1, Math.ceil((endsAt - Date.now()) / 1_000));
        return { state: { limit, remaining: 0, resetSeconds }, isTooMany: true };
      }
      const place = joined();
      const isFarFromFull = latest ? latest.consumedPoints + pending <= limit.quota / 2 : pending === 1;
      if (isFarFromFull) {
        // What is not counted because the database is away would not have been written either.
        place.catch(() => undefined);
        return { state: stateNow(), isTooMany: false };
      }
      const isTooMany = (await place) > limit.quota;
      return { state: stateNow(), isTooMany };
    },
  };
}
