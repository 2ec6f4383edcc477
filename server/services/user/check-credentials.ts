import type { RateLimitState } from "#core/request/rate-limit.ts";
import type { ServiceContext } from "#services/context.ts";
import { countedNetwork } from "#services/network-of.ts";
import { transact } from "#services/transact.ts";
import type { CredentialsInput } from "./input.ts";
import { deviceHash } from "./known-devices.ts";
import { hashIsOutdated, hashPassword, passwordMatches } from "./password.ts";
import { countSignInTry, forgiveSignInTry } from "./sign-in-limits.ts";

export interface CheckedPerson {
  id: string;
  name: string;
  sessionVersion: number;
}

/** Where somebody signs in from. */
export interface SignInOrigin {
  /** The address of the connection, as far as it can be believed. */
  readonly address?: string | undefined;
  /** What the device's cookie holds. */
  readonly deviceToken?: string | undefined;
}

async function loadAccount(db: ServiceContext["db"], email: string, { address, deviceToken }: SignInOrigin) {
  const network = countedNetwork(address);
  const tokenHash = deviceToken === undefined ? "" : deviceHash(deviceToken);
  const person = await db.user.findUnique({
    where: { email },
    select: {
      id: true,
      name: true,
      sessionVersion: true,
      passwordHash: true,
      knownDevices: { where: { OR: [{ tokenHash }, { network }] }, select: { id: true, tokenHash: true } },
    },
  });
  const knownDeviceId = person?.knownDevices.find((device) => device.tokenHash === tokenHash)?.id;
  const isKnownNetwork = person !== null && person.knownDevices.length > 0;
  return { person, given: { email, network, knownDeviceId, isKnownNetwork } };
}

/** What came of a try: nobody, where the address or the password is wrong, and what is left of the limit. */
export interface CheckedCredentials {
  readonly person: CheckedPerson | null;
  readonly state: RateLimitState;
}

/** The person behind an e-mail address and password, or null: the same answer, in the same time, for either fault. */
export async function checkCredentials(
  ctx: Pick<ServiceContext, "db">,
  { email, password }: CredentialsInput,
  from: SignInOrigin,
): Promise<CheckedCredentials> {
  const { person, given } = await loadAccount(ctx.db, email, from);
  const { state, counted } = await transact(ctx, (tx) => countSignInTry(tx, given));
  if (!(await passwordMatches(person?.passwordHash ?? null, password)) || !person) return { person: null, state };
  await transact(ctx, (tx) => forgiveSignInTry(tx, given, counted));
  const { id, name, sessionVersion, passwordHash } = person;
  if (passwordHash !== null && hashIsOutdated(passwordHash)) await strengthen(ctx, { id, passwordHash, password });
  return { person: { id, name, sessionVersion }, state: { ...state, remaining: state.limit.quota } };
}

/** Hashes a password anew that was hashed when less was enough, unless it has been changed meanwhile. */
async function strengthen(
  ctx: Pick<ServiceContext, "db">,
  { id, passwordHash, password }: { id: string; passwordHash: string; password: string },
): Promise<void> {
  const stronger = await hashPassword(password);
  await ctx.db.user.updateMany({ where: { id, passwordHash }, data: { passwordHash: stronger } });
}
