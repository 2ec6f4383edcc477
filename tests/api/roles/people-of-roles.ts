import type { Role } from "#core/actor.ts";
import type { Db } from "#db/client.ts";
import type { ServiceContext } from "#services/context.ts";
import { createUser } from "#services/user/create-user.ts";
import { AuthJar } from "#tests/support/auth-jar.ts";
import { job } from "#tests/support/people.ts";

export const PASSWORD = "correct horse battery";

/**
 * Who asks: somebody not signed in, a member without a part in anything, the member whose things are asked about, another one
 * with such things, the moderator who wrote what moderators write, another moderator, an admin.
 */
export const ROLE_OF = {
  anonymous: null,
  member: "forecaster",
  owner: "forecaster",
  other: "forecaster",
  author: "moderator",
  moderator: "moderator",
  admin: "admin",
} as const satisfies Record<string, Role | null>;
export type Who = keyof typeof ROLE_OF;
type SignedIn = Exclude<Who, "anonymous">;
export const EVERYBODY = Object.keys(ROLE_OF) as Who[];

export interface Person extends ServiceContext {
  readonly actor: { readonly kind: "user"; readonly id: string; readonly name: string; readonly role: Role };
  readonly email: string;
  readonly jar: AuthJar;
}
export type People = Readonly<Record<SignedIn, Person>>;

/** The first parts of the address of each, which a session keeps. */
const NETWORKS: Readonly<Record<SignedIn, string>> = {
  member: "198.51.100",
  owner: "203.0.113",
  other: "198.18.7",
  author: "198.19.8",
  moderator: "198.51.101",
  admin: "198.51.102",
};
/** How many micros of a share they trade: numbers that nothing else has. */
export const ODD_SHARES = { owner: 7_013_000n, other: 9_017_000n } as const;

/** A word that somebody writes where only they, or those who answer it, may read it. */
export const privateWord = (who: Who) => `only-for-${who}`;

/** What an answer to anybody else does not hold: private words, the size of an order, where somebody signed in. */
export function secretsOf(who: SignedIn): readonly string[] {
  const shares = who === "owner" || who === "other" ? [String(ODD_SHARES[who])] : [];
  return [privateWord(who), `${NETWORKS[who]}.*`, ...shares];
}

async function sessionOf(who: SignedIn, email: string, agent: string): Promise<AuthJar> {
  const jar = new AuthJar({ "x-real-address": `${NETWORKS[who]}.1`, "user-agent": agent });
  const { status } = await jar.signIn(email, PASSWORD);
  if (status !== 200) throw new Error(`Signing in as ${who} was answered with ${status}.`);
  return jar;
}

/** An account with a password and two sessions: the one by which they ask, and one of another device. */
async function aPerson(db: Db, who: SignedIn): Promise<Person> {
  const email = `${who}@people.example`;
  const made = await createUser(job(db), { name: `The ${who}`, email, password: PASSWORD, role: ROLE_OF[who] });
  const jar = await sessionOf(who, email, "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
  await sessionOf(who, email, "curl/8");
  return { actor: { kind: "user", ...made }, now: new Date(), db, jar, email };
}

/** Everybody who has an account. */
export async function peopleOfRoles(db: Db): Promise<People> {
  const people = [];
  for (const who of EVERYBODY) if (who !== "anonymous") people.push([who, await aPerson(db, who)] as const);
  return Object.fromEntries(people) as unknown as People;
}
