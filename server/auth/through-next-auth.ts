import NextAuth, { type NextAuthOptions } from "next-auth";
import { ownPath } from "#core/request/own-path.ts";
import { publicOrigin } from "#server/env.ts";
import { cookieNamed, csrfCookieName, sessionCookieName } from "./cookies.ts";

export type AuthBody = Record<string, unknown>;

/** Only what NextAuth needs: what it keeps in other cookies, it would also believe, and some of it ends in a fault. */
function neededCookies(headers: Headers): Record<string, string> {
  const names = [csrfCookieName(), sessionCookieName()];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = cookieNamed(headers, name);
      return value === undefined ? [] : [[name, decoded(value)]];
    }),
  );
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** The aim of signing in as a path of this site, whatever was sent. */
function withOwnAim(fields: AuthBody): AuthBody {
  if (!("callbackUrl" in fields)) return fields;
  return { ...fields, callbackUrl: ownPath(fields.callbackUrl, publicOrigin()) };
}

/** A response of Node's in the little that NextAuth uses of it, kept as a plain one. */
function recordedResponse() {
  const headers = new Headers();
  let status = 200;
  let sent: string | null = null;
  const response = {
    status(code: number) {
      status = code;
      return response;
    },
    getHeader: (name: string) => (name.toLowerCase() === "set-cookie" ? headers.getSetCookie() : headers.get(name)),
    setHeader(name: string, value: string | string[]) {
      headers.delete(name);
      for (const each of [value].flat()) headers.append(name, each);
      return response;
    },
    json(body: unknown) {
      headers.set("content-type", "application/json");
      sent = JSON.stringify(body);
    },
    send(body: unknown) {
      if (typeof body === "object" && body !== null) response.json(body);
      else sent = body === undefined ? null : String(body);
    },
    end() {},
  };
  return { response, recorded: () => new Response(sent, { status, headers }) };
}

/** Answers one request by NextAuth, from a plain request to a plain response, with no server of its own around it. */
export async function throughNextAuth(
  request: Request,
  path: readonly string[],
  body: AuthBody,
  options: NextAuthOptions,
): Promise<Response> {
  const { response, recorded } = recordedResponse();
  const { searchParams } = new URL(request.url);
  const asked = {
    method: request.method,
    headers: Object.fromEntries(request.headers),
    cookies: neededCookies(request.headers),
    query: { ...withOwnAim(Object.fromEntries(searchParams)), nextauth: path },
    body: withOwnAim(body),
  };
  await NextAuth(asked as never, response as never, options);
  return recorded();
}
