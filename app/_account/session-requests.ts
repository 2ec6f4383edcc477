/** Signing in and out through NextAuth's own routes, without its client library: three requests do it. */

async function csrfToken(): Promise<string> {
  const response = await fetch("/api/auth/csrf", { cache: "no-store" });
  return ((await response.json()) as { csrfToken: string }).csrfToken;
}

async function post(path: string, fields: Record<string, string>): Promise<Response> {
  const body = new URLSearchParams({ ...fields, csrfToken: await csrfToken(), json: "true" });
  return fetch(path, { method: "POST", body });
}

/** Null when it worked, otherwise why not, in words. */
export async function signIn(email: string, password: string): Promise<string | null> {
  const response = await post("/api/auth/callback/credentials", { email, password });
  if (response.ok) return null;
  const { url } = (await response.json().catch(() => ({}))) as { url?: string };
  const reason = url ? new URL(url, window.location.origin).searchParams.get("error") : null;
  if (reason === "CredentialsSignin") return "This e-mail address and password do not belong together.";
  return reason ?? "Signing in did not work. Try again in a moment.";
}

export async function signOut(): Promise<void> {
  await post("/api/auth/signout", {});
}

/** Where to go afterwards: a path on this site, whatever the address bar claims. */
export function ownPath(wanted: string | null | undefined): string {
  const url = wanted?.startsWith("/") ? URL.parse(wanted, "http://here.invalid") : null;
  return url?.origin === "http://here.invalid" ? `${url.pathname}${url.search}${url.hash}` : "/";
}
