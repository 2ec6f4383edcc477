import { isIPv4 } from "node:net";
import { type Env, env, publicOrigin, SettingsError } from "./env.ts";

/** Whether a host is this machine itself, which nobody reaches from elsewhere: localhost, 127.0.0.0/8 and ::1. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[(.*)\]$/, "$1").toLowerCase();
  return bare === "localhost" || bare === "::1" || (isIPv4(bare) && bare.startsWith("127."));
}

/** Whether only the people of this machine reach the instance: by where it listens, and by the address that people are given. */
export function isServedLocally(): boolean {
  return isLoopback(env.HOST) && isLoopback(new URL(publicOrigin()).hostname);
}

/**
 * Refuses to serve others by accident: whoever opens an instance to them says at which address they find it, and gives it a
 * secret that does not lie in its data directory.
 */
export function ensureReachIsMeant({ HOST, PARLEY_URL, NEXTAUTH_SECRET }: Env = env): void {
  const openBy = [
    ...(isLoopback(HOST) ? [] : [`HOST=${HOST}`]),
    ...(PARLEY_URL && !isLoopback(new URL(PARLEY_URL).hostname) ? [`PARLEY_URL=${PARLEY_URL}`] : []),
  ];
  if (openBy.length === 0) return;
  const missing = [
    ...(PARLEY_URL ? [] : ["  Set PARLEY_URL to the address that they use, such as https://parley.example.org."]),
    ...(NEXTAUTH_SECRET ? [] : ["  Set NEXTAUTH_SECRET to at least 32 random characters."]),
  ];
  if (missing.length === 0) return;
  throw new SettingsError(
    [`Others than this machine can reach this instance, by ${openBy.join(" and ")}:`, ...missing].join("\n"),
  );
}
