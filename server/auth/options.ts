import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { ownPath } from "#core/request/own-path.ts";
import type { RateLimitState } from "#core/request/rate-limit.ts";
import { database } from "#db/client.ts";
import { log } from "#server/log.ts";
import { checkCredentials } from "#services/user/check-credentials.ts";
import { credentialsInput } from "#services/user/input.ts";
import { openSession } from "#services/user/open-session.ts";
import { SESSION_SECONDS } from "#services/user/session-age.ts";
import { cookieNamed, deviceCookieName } from "./cookies.ts";
import { sessionSecret } from "./secret.ts";
import { type SessionClaims, sessionClaims } from "./session-actor.ts";

/** What came of one request, beside what NextAuth makes of it. */
export interface AuthOutcome {
  /** What is left of the limit on tries to sign in. */
  state?: RateLimitState;
  /** What the device's cookie is to hold, once somebody has signed in. */
  deviceToken?: string;
  /** A broken rule or a fault of ours, in place of an answer. */
  failure?: unknown;
}

async function authorize(given: Record<string, string> | undefined, headers: Headers, outcome: AuthOutcome) {
  const input = credentialsInput.safeParse({ email: given?.email, password: given?.password });
  if (!input.success) return null;
  const ctx = { db: (await database()).prisma };
  const deviceToken = cookieNamed(headers, deviceCookieName());
  const from = { address: headers.get("x-real-address") ?? undefined, deviceToken };
  const { person, state } = await checkCredentials(ctx, input.data, from);
  outcome.state = state;
  if (!person) return null;
  const agent = headers.get("user-agent") ?? undefined;
  const replacedSessionId = (await sessionClaims(headers))?.sessionId;
  const session = await openSession(ctx, person, { ...from, agent, replacedSessionId });
  if (!session) return null;
  outcome.deviceToken = session.deviceToken;
  return { id: person.id, sessionId: session.sessionId, sessionVersion: person.sessionVersion };
}

async function closeSession(sessionId: unknown): Promise<void> {
  if (typeof sessionId !== "string") return;
  const { prisma } = await database();
  await prisma.session.deleteMany({ where: { id: sessionId } });
}

/** NextAuth, set up for one request. A session is a row; its cookie is signed, and names the row and the person, no more. */
export function authOptions(headers: Headers, outcome: AuthOutcome): NextAuthOptions {
  const keepingFailure = <T>(work: Promise<T>) =>
    work.catch((error: unknown) => {
      outcome.failure = error;
      return null;
    });
  return {
    secret: sessionSecret(),
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [
      CredentialsProvider({
        credentials: { email: { type: "email" }, password: { type: "password" } },
        authorize: (given) => keepingFailure(authorize(given, headers, outcome)),
      }),
    ],
    callbacks: {
      jwt({ token, user }) {
        if (!user) return token;
        const { id, sessionId, sessionVersion } = user as unknown as Omit<SessionClaims, "sub"> & { id: string };
        return { sub: id, sessionId, sessionVersion };
      },
      redirect: ({ url, baseUrl }) => `${baseUrl}${ownPath(url, baseUrl)}`,
    },
    events: {
      signOut: async ({ token }) => void (await keepingFailure(closeSession(token.sessionId))),
    },
    logger: {
      error: (code, metadata) => log.warn({ code, metadata: String(metadata) }, "signing in or out met a fault"),
      warn: (code) => log.debug({ code }, "NextAuth warns"),
      debug: () => {},
    },
  };
}
