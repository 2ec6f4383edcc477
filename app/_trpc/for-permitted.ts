import { redirect } from "next/navigation";
import { type Action, may, type Role } from "#core/permissions.ts";
import { api } from "./server.ts";

export interface Viewer {
  id: string;
  name: string;
  role: Role;
}

/** Whoever is signed in; others are sent to sign in first, and come back to `path`. */
export async function signedIn(path: string): Promise<Viewer> {
  const viewer = await (await api()).user.viewer();
  if (!viewer) redirect(`/sign-in?next=${encodeURIComponent(path)}`);
  return viewer;
}

/** As `signedIn`, for pages that only some roles are offered; null for those who may not. The services ask again. */
export async function forPermitted(action: Action, path: string): Promise<Viewer | null> {
  const viewer = await signedIn(path);
  return may({ kind: "user", ...viewer }, action) ? viewer : null;
}
