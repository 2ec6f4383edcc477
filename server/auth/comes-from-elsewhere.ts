import { publicOrigin } from "#server/env.ts";

/** What a browser says of a request that a page of this site makes, or nobody's page. */
const OWN = ["same-origin", "none"];

/**
 * Whether a page of another site makes this request: it can post, and the browser may add the cookies, but a browser says
 * where it comes from. Programs that are no browser say neither, and have no cookies that anybody could misuse.
 */
export function comesFromElsewhere(request: Request): boolean {
  if (request.method === "GET" || request.method === "HEAD") return false;
  const site = request.headers.get("sec-fetch-site");
  if (site !== null && !OWN.includes(site)) return true;
  const origin = request.headers.get("origin");
  return origin !== null && origin !== publicOrigin() && origin !== new URL(request.url).origin;
}
