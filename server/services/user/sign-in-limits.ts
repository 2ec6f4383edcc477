import { createHash } from "node:crypto";
import { LimitReached } from "#core/errors.ts";
import type { RateLimit, RateLimitState } from "#core/request/rate-limit.ts";
import type { Tx } from "#db/client.ts";
import { countAttempt, forgetAttempts, forgiveAttempt } from "#services/count-attempt.ts";

/**
 * How often a password is checked. Four rules together keep strangers from guessing one, and from locking its owner out by
 * guessing:
 * - ten tries for an account from one place in a quarter of an hour, a hundred a day. A place is a device that has signed in
 *   to this account before, known by its cookie, or else an address (of IPv6, the /64).
 * - all places from which nobody has signed in to the account before share a hundred tries a day: seventy for the first try
 *   of each, thirty for the others. Whoever has tried from fewer than seventy addresses has left the owner a try from any
 *   other; whoever has tried from more has not touched those places where the owner has signed in before.
 * - a hundred tries in a quarter of an hour from one address for all accounts together, except from known devices.
 * - a try that shows the password is not counted.
 */
const PLACE: RateLimit = { name: "sign-in", quota: 10, seconds: 15 * 60 };
const ADDRESS: RateLimit = { name: "sign-in-address", quota: 100, seconds: 15 * 60 };
const DAY_S = 24 * 60 * 60;
const PLACE_DAY: RateLimit = { name: "sign-in-place-day", quota: 100, seconds: DAY_S };
const FIRST_TRIES: RateLimit = { name: "sign-in-first-tries", quota: 70, seconds: DAY_S };
const OTHER_TRIES: RateLimit = { name: "sign-in-other-tries", quota: 30, seconds: DAY_S };

export interface SignInTry {
  /** The e-mail address, whether anybody has it or not. */
  readonly email: string;
  /** As attempts are counted: see network-of.ts. */
  readonly network: string;
  /** The device that has signed in to this account before. */
  readonly knownDeviceId?: string | undefined;
  readonly isKnownNetwork: boolean;
}

interface Counted {
  readonly limit: RateLimit;
  readonly key: string;
}

/** Rows of the counters tell nobody's e-mail address. */
const keyOf = (email: string) => createHash("sha256").update(email).digest("hex").slice(0, 32);
const placeKey = ({ email, network, knownDeviceId }: SignInTry) =>
  `${keyOf(email)}|${knownDeviceId ? `device ${knownDeviceId}` : network}`;

/** The first try of a place has a share of its own; when that is used up it may take one of the others. */
async function countStranger(tx: Tx, key: string, isFirst: boolean): Promise<Counted> {
  if (isFirst) {
    try {
      await countAttempt(tx, FIRST_TRIES, key);
      return { limit: FIRST_TRIES, key };
    } catch (refusal) {
      if (!(refusal instanceof LimitReached)) throw refusal;
    }
  }
  await countAttempt(tx, OTHER_TRIES, key);
  return { limit: OTHER_TRIES, key };
}

/** Counts one try, or refuses it. What it gives is needed to take the count back. */
export async function countSignInTry(tx: Tx, given: SignInTry): Promise<{ state: RateLimitState; counted: Counted[] }> {
  const counted: Counted[] = [];
  const count = async (limit: RateLimit, key: string) => {
    const state = await countAttempt(tx, limit, key);
    counted.push({ limit, key });
    return state;
  };
  if (!given.knownDeviceId) await count(ADDRESS, given.network);
  const state = await count(PLACE, placeKey(given));
  const { limit, remaining } = await count(PLACE_DAY, placeKey(given));
  const isStranger = !given.knownDeviceId && !given.isKnownNetwork;
  if (isStranger) counted.push(await countStranger(tx, keyOf(given.email), remaining === limit.quota - 1));
  return { state, counted };
}

/** Takes back a try that has shown the password, and those from the same place before it. */
export async function forgiveSignInTry(tx: Tx, given: SignInTry, counted: readonly Counted[]): Promise<void> {
  for (const { limit, key } of counted) if (limit !== PLACE) await forgiveAttempt(tx, limit, key);
  await forgetAttempts(tx, PLACE, placeKey(given));
}

/** Forgets every try for an account, for whoever runs the instance. */
export async function forgetSignInTries(tx: Tx, email: string): Promise<void> {
  const key = keyOf(email);
  const prefixes = [PLACE, PLACE_DAY, FIRST_TRIES, OTHER_TRIES].map(({ name }) => `${name}:${key}`);
  await tx.rateLimit.deleteMany({ where: { OR: prefixes.map((prefix) => ({ key: { startsWith: prefix } })) } });
}
