import { hash } from "@node-rs/argon2";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { countAttempt } from "#services/count-attempt.ts";
import { checkCredentials, type SignInOrigin } from "#services/user/check-credentials.ts";
import { createUser } from "#services/user/create-user.ts";
import { openSession } from "#services/user/open-session.ts";
import { job } from "#tests/support/people.ts";
import { testDatabase } from "#tests/support/test-database.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
  for (const name of ["owner", "other"]) {
    await createUser(job(database.prisma), { name, email: `${name}@example.org`, password, role: "forecaster" });
  }
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.prisma.rateLimit.deleteMany();
  await database.prisma.knownDevice.deleteMany();
  // A hash of little work, so that hundreds of guesses take seconds. The first right password replaces it.
  const passwordHash = await hash(password, { algorithm: 2, memoryCost: 64, timeCost: 1, parallelism: 1 });
  await database.prisma.user.updateMany({ data: { passwordHash } });
});

const password = "correct horse battery";
const email = "owner@example.org";
type Tried = "wrong" | "right" | "refused";

/** Signs in, or tries to, as the routes do; what came of it. */
async function tried(given: string, from: SignInOrigin, account = email): Promise<Tried> {
  try {
    const { person } = await checkCredentials({ db: database.prisma }, { email: account, password: given }, from);
    return person ? "right" : "wrong";
  } catch (error) {
    expect(error).toMatchObject({ code: "attempts_must_stay_within_limit" });
    return "refused";
  }
}

/** Signs in from somewhere as a browser does, which is then known; what its cookie holds. */
async function signedInFrom(from: SignInOrigin): Promise<string> {
  const { person } = await checkCredentials({ db: database.prisma }, { email, password }, from);
  if (!person) throw new Error("The right password did not sign in.");
  const session = await openSession({ db: database.prisma }, person, from);
  return session?.deviceToken ?? "";
}

/** Strangers try wrong passwords, each so often, one after the other; how many were checked. */
async function attackedFrom(addresses: readonly string[], triesEach: number, try1 = tried): Promise<number> {
  let checked = 0;
  for (const address of addresses) {
    for (let i = 0; i < triesEach; i++) if ((await try1("a guess", { address })) !== "refused") checked++;
  }
  return checked;
}

const strangers = (count: number) => Array.from({ length: count }, (_, i) => `198.51.100.${i + 1}`);
const CLEAN = "203.0.113.9";

describe("A9: passwords that strangers try", () => {
  test("ten from one address are checked in a quarter of an hour, and the owner signs in from another", async () => {
    expect(await attackedFrom(strangers(1), 1_000)).toBe(10);
    expect(await tried(password, { address: "198.51.100.1" })).toBe("refused");
    expect(await tried(password, { address: CLEAN })).toBe("right");
  });

  test("a hundred at most are checked a day from fifty addresses, and the owner signs in from one that nobody has seen", async () => {
    const checked = await attackedFrom(strangers(50), 20);
    expect(checked).toBeLessThanOrEqual(100);
    expect(await tried(password, { address: CLEAN })).toBe("right");
  });

  test("a hundred at most are checked a day from any number of addresses, and the owner signs in wherever they did before", async () => {
    await signedInFrom({ address: CLEAN });
    expect(await attackedFrom(strangers(110), 2)).toBe(100);
    expect(await tried(password, { address: "203.0.113.10" })).toBe("refused");
    expect(await tried(password, { address: CLEAN })).toBe("right");
  });

  test("a device is known by its cookie from every address, also from one that a stranger has used up", async () => {
    const deviceToken = await signedInFrom({ address: CLEAN });
    await attackedFrom([...strangers(75), CLEAN], 10);
    expect(await tried(password, { address: CLEAN })).toBe("refused");
    expect(await tried(password, { address: CLEAN, deviceToken })).toBe("right");
    expect(await tried(password, { address: "203.0.113.77", deviceToken })).toBe("right");
  });

  test("a known device may guess no more often than anybody", async () => {
    const deviceToken = await signedInFrom({ address: CLEAN });
    const fromDevice = (given: string, { address }: SignInOrigin) => tried(given, { address, deviceToken });
    expect(await attackedFrom(strangers(20), 20, fromDevice)).toBe(10);
  });

  test("a device's cookie counts for the account that signed in with it, and one that was made up for none", async () => {
    const deviceToken = await signedInFrom({ address: CLEAN });
    await attackedFrom(strangers(105), 1);
    const ofOther = (given: string, { address }: SignInOrigin) =>
      tried(given, { address, deviceToken }, "other@example.org");
    expect(await attackedFrom(strangers(105), 1, ofOther)).toBe(100);
    expect(await tried(password, { address: "203.0.113.78", deviceToken: "made up" })).toBe("refused");
  });

  test("addresses of IPv6 count by their /64, and IPv4 written as IPv6 as what it is", async () => {
    const household = Array.from({ length: 12 }, (_, i) => `2001:db8:7:7:${i}::1`);
    expect(await attackedFrom(household, 1)).toBe(10);
    expect(await tried("a guess", { address: "2001:db8:7:8::1" })).toBe("wrong");
    expect(await attackedFrom(["192.0.2.5", "::ffff:192.0.2.5", "::ffff:c000:205"], 5)).toBe(10);
  });

  test("a hundred tries from one address are checked for all accounts together", async () => {
    const accounts = Array.from({ length: 102 }, (_, i) => `nobody-${i}@example.org`);
    const outcomes: Tried[] = [];
    for (const account of accounts) outcomes.push(await tried("a guess", { address: "192.0.2.6" }, account));
    expect(outcomes.filter((outcome) => outcome === "wrong")).toHaveLength(100);
  });

  test("whoever shows the password is not counted, however often, and what they mistyped before is forgotten", async () => {
    for (let round = 0; round < 4; round++) {
      for (let i = 0; i < 9; i++) expect(await tried("mistyped", { address: CLEAN })).toBe("wrong");
      await signedInFrom({ address: CLEAN });
    }
    const counted = await database.prisma.rateLimit.findMany({ where: { key: { contains: "-tries:" } } });
    // The eight wrong ones after the first, while the place was new; from then on it is known.
    expect(counted.map(({ key, points }) => [key.split(":")[0], points]).toSorted()).toEqual([
      ["sign-in-first-tries", 1],
      ["sign-in-other-tries", 8],
    ]);
  });

  test("an account that nobody has is limited like one that somebody has", async () => {
    const ofNobody = (given: string, from: SignInOrigin) => tried(given, from, "nobody@example.org");
    expect(await attackedFrom(strangers(30), 5, ofNobody)).toBe(await attackedFrom(strangers(30), 5));
  });

  test("the counters tell nobody's e-mail address", async () => {
    await tried("a guess", { address: CLEAN });
    const rows = await database.prisma.rateLimit.findMany();
    expect(rows.length).toBeGreaterThan(3);
    expect(rows.filter(({ key }) => key.includes("owner"))).toEqual([]);
  });

  test("with one count a day for everybody together, as it was, strangers lock the owner out, and that is seen", async () => {
    const byDay = { name: "by-day", quota: 100, seconds: 86_400 };
    const asBefore = async (given: string, from: SignInOrigin): Promise<Tried> => {
      try {
        await countAttempt(database.prisma, byDay, email);
      } catch {
        return "refused";
      }
      return tried(given, from);
    };
    await attackedFrom(strangers(11), 10, asBefore);
    expect(await asBefore(password, { address: CLEAN })).toBe("refused");
  });
});
