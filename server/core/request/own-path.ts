const MAX_CHARACTERS = 2_000;
/** Any origin that nobody has: addresses without one of their own are resolved against it. */
const HERE = "https://here.invalid";
/** Signing in leads to none of these: the forms themselves, and what is no page. */
const NO_AIM = /^\/(sign-in|sign-up|api|_next)(\/|$)/i;
/** A server or a browser that decodes or resolves such a path once more would read the name of another host in it. */
const LIKE_A_HOST = /^\/([/\\]|%2f|%5c)/i;

/**
 * Where to go after signing in or up: a path of this site with its query and fragment, or "/" where what was asked for is
 * missing, is no page of this site, or would leave it. What it gives begins with exactly one slash and stays on the site
 * however often it is resolved.
 *
 * Formula: an address of `origin` or one that begins with "/" is resolved by the URL standard; the result is kept if it has
 * the same origin and no user, its path does not begin with a second slash, and resolving it again changes nothing.
 * Units and range: text of at most 2,000 characters; anything else (also no text at all) gives "/".
 * Source: WHATWG URL; OWASP, Unvalidated Redirects and Forwards.
 *
 * @example
 * ownPath("/admin/audit?x=1"); // => "/admin/audit?x=1"
 * ownPath("/.//evil.example"); // => "/"
 * ownPath("https://parley.example/me", "https://parley.example"); // => "/me"
 * ownPath(["/me", "//evil.example"]); // => "/"
 */
export function ownPath(wanted: unknown, origin: string = HERE): string {
  if (typeof wanted !== "string" || wanted.length > MAX_CHARACTERS) return "/";
  const address = wanted.startsWith(`${origin}/`) ? wanted.slice(origin.length) : wanted;
  if (!address.startsWith("/")) return "/";
  const path = resolved(address);
  return path !== undefined && path === resolved(path) && !NO_AIM.test(path.split(/[?#]/, 1)[0] ?? "") ? path : "/";
}

function resolved(address: string): string | undefined {
  if (!URL.canParse(address, HERE)) return;
  const { origin, username, password, pathname, search, hash } = new URL(address, HERE);
  if (origin !== HERE || username !== "" || password !== "" || LIKE_A_HOST.test(pathname)) return;
  return `${pathname}${search}${hash}`;
}
