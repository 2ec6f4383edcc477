import { headers } from "next/headers";
import { ownPath } from "#core/request/own-path.ts";

/** What Next adds to the address when it asks for a page's parts on the way from another one. */
const PART = /([?&])_rsc=[^&]*(&|$)/;

/** The page that this request asks for, with its query: path and query as the browser sent them. */
export async function askedPage(): Promise<string> {
  const asked = (await headers()).get("x-asked-address") ?? "/";
  return ownPath(asked.replace(PART, (_, before: string, after: string) => (after === "&" ? before : "")));
}

/** Where to sign in, or up, and come back to this page; to a part of it where one is named. */
export async function signInAddress(fragment = "", form: "sign-in" | "sign-up" = "sign-in"): Promise<string> {
  const page = `${await askedPage()}${fragment}`;
  return page === "/" ? `/${form}` : `/${form}?next=${encodeURIComponent(page)}`;
}
