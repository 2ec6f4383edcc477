import superjson from "superjson";

const FORM = { "content-type": "application/x-www-form-urlencoded" };
const JSON_TYPE = { "content-type": "application/json" };

/** The cookies that a server sets, as a request carries them. */
const cookiesFrom = ({ headers }: Response) =>
  headers
    .getSetCookie()
    .map((cookie) => cookie.split(";", 1)[0])
    .join("; ");

/** Signs in on a served Parley without a browser; gives the cookies by which it knows the person from then on. */
export async function sessionOn(origin: string, email: string, password: string): Promise<string> {
  const csrf = await fetch(`${origin}/api/auth/csrf`);
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const signedIn = await fetch(`${origin}/api/auth/callback/credentials`, {
    method: "POST",
    headers: { ...FORM, cookie: cookiesFrom(csrf), origin },
    body: new URLSearchParams({ csrfToken, json: "true", email, password }),
  });
  if (signedIn.status !== 200) throw new Error(`Signing in as ${email} was answered with ${signedIn.status}.`);
  return cookiesFrom(signedIn);
}

/** Calls a procedure of a served Parley that changes something, and gives what it answers. */
export async function callOn<T>(origin: string, cookie: string, path: string, input: unknown): Promise<T> {
  const body = JSON.stringify(superjson.serialize(input));
  const response = await fetch(`${origin}/api/trpc/${path}`, {
    method: "POST",
    headers: { ...JSON_TYPE, cookie },
    body,
  });
  if (response.status !== 200)
    throw new Error(`${path} was answered with ${response.status}: ${await response.text()}`);
  const { result } = (await response.json()) as { result: { data: { json: T } } };
  return result.data.json;
}

/** Asks a procedure of a served Parley that changes nothing. */
export async function askOn<T>(origin: string, cookie: string, path: string, input?: unknown): Promise<T> {
  const query = `?input=${encodeURIComponent(JSON.stringify(superjson.serialize(input)))}`;
  const response = await fetch(`${origin}/api/trpc/${path}${query}`, { headers: { cookie } });
  if (response.status !== 200)
    throw new Error(`${path} was answered with ${response.status}: ${await response.text()}`);
  const { result } = (await response.json()) as { result: { data: { json: T } } };
  return result.data.json;
}
