import type { IncomingMessage } from "node:http";

/** What kind of thing a request asks for: few enough to count each. */
export type RouteClass = "page" | "page-part" | "trpc" | "sign-in" | "api" | "asset" | "operations";

const OPERATIONS = ["/healthz", "/readyz", "/metrics"];
/** Ends as a file's name does. People's names may also. */
const LOOKS_LIKE_A_FILE = /^(?!\/users\/).*\.[A-Za-z0-9]{1,12}$/;

/** The path that is asked for, without what follows it. */
export function pathOf(url: string | undefined): string {
  return (url ?? "/").split(/[?#]/, 1)[0] || "/";
}

export function routeClass({ url, headers }: Pick<IncomingMessage, "url" | "headers">): RouteClass {
  const path = pathOf(url);
  if (OPERATIONS.includes(path)) return "operations";
  if (path.startsWith("/api/trpc/")) return "trpc";
  if (path.startsWith("/api/auth/")) return "sign-in";
  if (path.startsWith("/api/")) return "api";
  if (path.startsWith("/_next/") || LOOKS_LIKE_A_FILE.test(path)) return "asset";
  return headers.rsc === undefined ? "page" : "page-part";
}
