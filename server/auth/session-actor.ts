import { decode } from "next-auth/jwt";
import type { Actor, Role } from "#core/actor.ts";
import { type Db, database } from "#db/client.ts";
import { log } from "#server/log.ts";
import { sessionsBegunAfter } from "#services/user/session-age.ts";
import { cookieNamed, sessionCookieName } from "./cookies.ts";
import { sessionSecret } from "./secret.ts";

const ANONYMOUS: Actor = { kind: "anonymous" };
/** How far behind the time is by which a session was last seen. */
const SEEN_EVERY_MS = 10 * 60 * 1_000;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** What the cookie carries: a person, their session, and the version of their sessions when it began. */
export interface SessionClaims {
  readonly sub: string;
  readonly sessionId: string;
  readonly sessionVersion: number;
}

/** What a request's cookie claims; undefined where it is absent, forged, too old or of another form. */
export async function sessionClaims(headers: Headers): Promise<SessionClaims | undefined> {
  const token = cookieNamed(headers, sessionCookieName());
  if (!token) return;
  const claims = await decode({ token, secret: sessionSecret() }).catch(() => null);
  const { sub, sessionId, sessionVersion } = claims ?? {};
  if (typeof sub !== "string" || typeof sessionId !== "string" || typeof sessionVersion !== "number") return;
  return UUID.test(sessionId) ? { sub, sessionId, sessionVersion } : undefined;
}

/** Notes that a session is in use. Nobody waits for it, and one that is not noted loses nothing. */
function noteSeen(db: Db, id: string): void {
  db.$executeRaw`UPDATE sessions SET last_seen_at = clock_timestamp() WHERE id = ${id}::uuid`.catch((error: unknown) =>
    log.warn({ err: error }, "a session's last use was not noted"),
  );
}

/**
 * Whoever sent this request. One statement reads the session and its person each time, so that a session that was ended, and a
 * new role or password, hold from the next request on.
 */
export async function sessionActor(headers: Headers, db?: Db): Promise<Actor> {
  const claims = await sessionClaims(headers);
  if (!claims) return ANONYMOUS;
  const client = db ?? (await database()).prisma;
  const now = new Date();
  const session = await client.session.findUnique({
    where: { id: claims.sessionId, personId: claims.sub, createdAt: { gt: sessionsBegunAfter(now) } },
    select: {
      id: true,
      lastSeenAt: true,
      person: { select: { id: true, name: true, role: true, sessionVersion: true } },
    },
  });
  if (session?.person.sessionVersion !== claims.sessionVersion) return ANONYMOUS;
  if (now.getTime() - session.lastSeenAt.getTime() > SEEN_EVERY_MS) noteSeen(client, session.id);
  const { id, name, role } = session.person;
  return { kind: "user", id, name, role: role as Role, sessionId: session.id };
}
