import type { Who } from "./people-of-roles.ts";
import type { PeopledInstance } from "./peopled-instance.ts";

const ADDRESS = /[\w.+-]+@[\w-]+(\.[\w-]+)+/g;
const HASH = /\$argon2|password_?hash|token_?hash|session_?version/i;

/** What some answers hold on purpose. */
const MEANT = [
  // The page of people is where admins tell accounts apart.
  { path: "user.people", who: "admin", what: "an e-mail address" },
];

/** What every answer is searched for: the cookies that sign somebody in, or name their device. */
function tokensOf({ people }: PeopledInstance): string[] {
  return Object.values(people).flatMap(({ jar }) => [...jar.cookies.values()].filter((value) => value.length > 20));
}

/** What one answer tells that is told to nobody: hashes of passwords, e-mail addresses, cookies. */
export function toldSecrets(
  instance: PeopledInstance,
  { path, who, text, headers }: { path: string; who: Who; text: string; headers: Headers },
): string[] {
  const own = who === "anonymous" ? undefined : instance.people[who].email;
  const found = [
    ...(HASH.test(text) ? ["a hash"] : []),
    ...((text.match(ADDRESS) ?? []).some((address) => address !== own) ? ["an e-mail address"] : []),
    ...(tokensOf(instance).some((token) => text.includes(token)) ? ["a cookie"] : []),
    ...(headers.has("set-cookie") ? ["a new cookie"] : []),
  ];
  const isMeant = (what: string) => MEANT.some((each) => each.path === path && each.who === who && each.what === what);
  return found.filter((what) => !isMeant(what)).map((what) => `${path} tells ${who} ${what}`);
}
