import { answerTrpc } from "#server/api/answer-trpc.ts";
import { answerAuth } from "#server/auth/answer-auth.ts";
import { publicOrigin } from "#server/env.ts";

type Fields = Record<string, string>;

/** A browser as far as signing in needs one: it keeps cookies, and says where it is and what it is. */
export class AuthJar {
  readonly #cookies = new Map<string, string>();
  /** Sent with every request. */
  readonly headers: Record<string, string>;

  constructor(headers: Record<string, string> = {}) {
    this.headers = { "x-real-address": "192.0.2.50", ...headers };
  }

  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  /** The names and values of its cookies. */
  get cookies(): ReadonlyMap<string, string> {
    return this.#cookies;
  }

  setCookie(name: string, value: string): void {
    this.#cookies.set(name, value);
  }

  async send(answer: (request: Request) => Promise<Response>, path: string, init: RequestInit = {}): Promise<Response> {
    const headers = { ...this.headers, cookie: this.cookie, ...(init.headers as Record<string, string> | undefined) };
    const response = await answer(new Request(`${publicOrigin()}${path}`, { ...init, headers }));
    for (const set of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (/max-age=0|expires=thu, 01 jan 1970/i.test(set)) this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    return response;
  }

  async post(path: string, fields: Fields, headers: Record<string, string> = {}): Promise<Response> {
    const csrf = await this.send(answerAuth, "/api/auth/csrf");
    const { csrfToken } = (await csrf.json()) as { csrfToken: string };
    const body = new URLSearchParams({ csrfToken, json: "true", ...fields }).toString();
    const type = { "content-type": "application/x-www-form-urlencoded" };
    return this.send(answerAuth, path, { method: "POST", body, headers: { ...type, ...headers } });
  }

  signIn(email: string, password: string, fields: Fields = {}): Promise<Response> {
    return this.post("/api/auth/callback/credentials", { email, password, ...fields });
  }

  signOut(): Promise<Response> {
    return this.post("/api/auth/signout", {});
  }

  /** Calls a procedure as a page does. */
  async call(path: string, input?: unknown): Promise<Response> {
    if (input === undefined) return this.send(answerTrpc, `/api/trpc/${path}`);
    const headers = { "content-type": "application/json", origin: publicOrigin() };
    const body = JSON.stringify({ json: input });
    return this.send(answerTrpc, `/api/trpc/${path}`, { method: "POST", body, headers });
  }

  /** Whom the server takes it for. */
  async viewer(): Promise<string | undefined> {
    const response = await this.call("user.viewer");
    const { result } = (await response.json()) as { result: { data: { json: { name: string } | null } } };
    return result.data.json?.name;
  }
}

export async function dataOf<T>(response: Response): Promise<T> {
  const { result } = (await response.json()) as { result: { data: { json: T } } };
  return result.data.json;
}
