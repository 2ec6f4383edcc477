import { publicOrigin } from "#server/env.ts";

const ONE_YEAR_S = 365 * 24 * 60 * 60;

const isSecure = () => publicOrigin().startsWith("https:");

/** The session's cookie, under the name that NextAuth chooses. */
export const sessionCookieName = () => `${isSecure() ? "__Secure-" : ""}next-auth.session-token`;
/** Under the name that NextAuth chooses. */
export const csrfCookieName = () => `${isSecure() ? "__Host-" : ""}next-auth.csrf-token`;
/** Tells a device from which somebody has signed in before. It signs nobody in, and pages do not get it. */
export const deviceCookieName = () => `${isSecure() ? "__Secure-" : ""}parley.device`;

/** What a request's cookie of this name holds. */
export function cookieNamed(headers: Headers, name: string): string | undefined {
  const prefix = `${name}=`;
  const pair = (headers.get("cookie") ?? "").split(/; */).find((part) => part.startsWith(prefix));
  return pair?.slice(prefix.length);
}

export function deviceCookie(token: string): string {
  const secure = isSecure() ? "; Secure" : "";
  return `${deviceCookieName()}=${token}; Path=/api/auth; Max-Age=${ONE_YEAR_S}; HttpOnly; SameSite=Lax${secure}`;
}
