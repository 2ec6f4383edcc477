/** How often something may be done by one of whoever is told apart. */
export interface RateLimit {
  /** Letters, digits and hyphens: its name in answers and in the database. */
  readonly name: string;
  readonly quota: number;
  readonly seconds: number;
}

/** What is left of a limit for somebody: how many more times, and in how many seconds it begins anew. */
export interface RateLimitState {
  readonly limit: RateLimit;
  readonly remaining: number;
  readonly resetSeconds: number;
}

/**
 * The headers that tell somebody which limits an answer was counted in and what is left of each.
 *
 * Formula: `RateLimit-Policy` is a list of `"name";q=quota;w=seconds`, `RateLimit` one of `"name";r=remaining;t=reset`, in the
 * order given. Without a limit there are no headers.
 * Units and range: whole numbers from 0; seconds.
 * Source: IETF draft-ietf-httpapi-ratelimit-headers-10, section 2 and 3.
 *
 * @example
 * rateLimitHeaders([{ limit: { name: "sign-in", quota: 10, seconds: 900 }, remaining: 9, resetSeconds: 900 }]); // => [["ratelimit-policy", '"sign-in";q=10;w=900'], ["ratelimit", '"sign-in";r=9;t=900']]
 * rateLimitHeaders([]); // => []
 */
export function rateLimitHeaders(states: readonly RateLimitState[]): [name: string, value: string][] {
  if (states.length === 0) return [];
  const policies = states.map(({ limit }) => `"${limit.name}";q=${limit.quota};w=${limit.seconds}`);
  const lefts = states.map(({ limit, remaining, resetSeconds }) => `"${limit.name}";r=${remaining};t=${resetSeconds}`);
  return [
    ["ratelimit-policy", policies.join(", ")],
    ["ratelimit", lefts.join(", ")],
  ];
}
