import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import type { RateLimit, RateLimitState } from "#core/request/rate-limit.ts";
import { stateOf } from "#services/count-attempt.ts";
import { countedNetwork } from "#services/network-of.ts";

/** What pages ask for from the browser, by address. Each process counts for itself: a read is worth no statement. */
const READS: RateLimit = { name: "reads", quota: 3_000, seconds: 60 };
const limiter = new RateLimiterMemory({ points: READS.quota, duration: READS.seconds });

/** Counts the reads of one request, of which there may be several, by the address it came from. */
export async function countReads(request: Request): Promise<{ state: RateLimitState; isTooMany: boolean }> {
  const network = countedNetwork(request.headers.get("x-real-address") ?? undefined);
  const calls = new URL(request.url).pathname.split(/,|%2c/i).length;
  try {
    return { state: stateOf(READS, await limiter.consume(network, calls)), isTooMany: false };
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    return { state: stateOf(READS, refusal), isTooMany: true };
  }
}
