/** Signing in and out through NextAuth's own routes, without its client library: three requests do it. */

async function csrfToken(): Promise<string> {
  const response = await fetch("/api/auth/csrf", { cache: "no-store" });
  return ((await response.json()) as { csrfToken: string }).csrfToken;
}

async function post(path: string, fields: Record<string, string>): Promise<Response> {
  const body = new URLSearchParams({ ...fields, csrfToken: await csrfToken(), json: "true" });
  return fetch(path, { method: "POST", body });
}

/** The one answer where the e-mail address has no account or the password is not its own. */
export const WRONG = "This e-mail address and password do not belong together.";

/** Null when it worked, otherwise why not, in words. */
export async function signIn(email: string, password: string): Promise<string | null> {
  const response = await post("/api/auth/callback/credentials", { email, password });
  if (response.ok) return null;
  const { message } = (await response.json().catch(() => ({}))) as { message?: string };
  if (message !== undefined) return message;
  return response.status === 401 ? WRONG : "Signing in did not work. Try again in a moment.";
}

export async function signOut(): Promise<void> {
  const response = await post("/api/auth/signout", {});
  if (!response.ok) throw new Error("The server did not end the session.");
}
