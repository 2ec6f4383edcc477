import { decode } from "next-auth/jwt";
import type { Actor, Role } from "#core/permissions.ts";
import { type Db, database } from "#db/client.ts";
import { publicOrigin } from "#server/env.ts";
import { sessionSecret } from "./secret.ts";

const ANONYMOUS: Actor = { kind: "anonymous" };

/** The cookie's name, as NextAuth chooses it. */
function cookieName(): string {
  return `${publicOrigin().startsWith("https:") ? "__Secure-" : ""}next-auth.session-token`;
}

function cookieValue(headers: Headers): string | undefined {
  const prefix = `${cookieName()}=`;
  const pair = (headers.get("cookie") ?? "").split("; ").find((part) => part.startsWith(prefix));
  return pair?.slice(prefix.length);
}

async function claimsOf(token: string): Promise<{ id: string; sessionVersion: number } | undefined> {
  const claims = await decode({ token, secret: sessionSecret() }).catch(() => null);
  if (typeof claims?.sub !== "string" || typeof claims.sessionVersion !== "number") return undefined;
  return { id: claims.sub, sessionVersion: claims.sessionVersion };
}

/**
 * Whoever sent this request. The session's version is compared with the database each time, so that a new role or
 * password ends old sessions at once.
 */
export async function sessionActor(headers: Headers, db?: Db): Promise<Actor> {
  const token = cookieValue(headers);
  const claims = token ? await claimsOf(token) : undefined;
  if (!claims) return ANONYMOUS;
  const client = db ?? (await database()).prisma;
  const user = await client.user.findUnique({
    where: { id: claims.id },
    select: { id: true, name: true, role: true, sessionVersion: true },
  });
  if (user?.sessionVersion !== claims.sessionVersion) return ANONYMOUS;
  return { kind: "user", id: user.id, name: user.name, role: user.role as Role };
}
