import { forbidden, redirect } from "next/navigation";
import type { Role } from "#core/actor.ts";
import { type Action, may } from "#core/permissions.ts";
import { signInAddress } from "./requested-page.ts";
import { api } from "./server.ts";

export interface Viewer {
  id: string;
  name: string;
  role: Role;
}

/** Whoever is signed in; others are sent to sign in first, and come back to the page they asked for. */
export async function signedIn(): Promise<Viewer> {
  const viewer = await (await api()).user.viewer();
  if (!viewer) redirect(await signInAddress());
  return viewer;
}

/** As `signedIn`, for pages that only some roles are offered; others are answered with 403. The services ask again. */
export async function forPermitted(action: Action): Promise<Viewer> {
  const viewer = await signedIn();
  if (!may({ kind: "user", ...viewer }, action)) forbidden();
  return viewer;
}
