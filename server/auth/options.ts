import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { database } from "#db/client.ts";
import { checkCredentials } from "#services/user/check-credentials.ts";
import { credentialsInput } from "#services/user/input.ts";
import { sessionSecret } from "./secret.ts";

const THIRTY_DAYS_S = 30 * 24 * 60 * 60;

/** Who is asking, as far as the connection tells: one key of the limit on sign-in attempts. */
function addressOf(headers: Record<string, string> | undefined): string {
  return headers?.["x-real-address"] ?? "unknown";
}

async function authorize(given: Record<string, string> | undefined, headers: Record<string, string> | undefined) {
  const input = credentialsInput.safeParse({ email: given?.email, password: given?.password });
  if (!input.success) return null;
  const db = (await database()).prisma;
  return checkCredentials({ db }, input.data, addressOf(headers));
}

/** NextAuth, set up once. A session is a signed cookie that carries the person and their session version, no more. */
export function authOptions(): NextAuthOptions {
  return {
    secret: sessionSecret(),
    session: { strategy: "jwt", maxAge: THIRTY_DAYS_S },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [
      CredentialsProvider({
        credentials: { email: { type: "email" }, password: { type: "password" } },
        authorize: (given, request) => authorize(given, request.headers as Record<string, string> | undefined),
      }),
    ],
    callbacks: {
      jwt({ token, user }) {
        if (!user) return token;
        const { id, sessionVersion } = user as unknown as { id: string; sessionVersion: number };
        return { sub: id, sessionVersion };
      },
    },
  };
}
