import { createTRPCClient, httpLink } from "@trpc/client";
import type { Page } from "playwright-core";
import superjson from "superjson";
import type { AppRouter } from "#server/api/root.ts";

/** The cookies of whoever is signed in on a page, as a request carries them. */
export async function cookiesOf(page: Page): Promise<string> {
  const cookies = await page.context().cookies();
  return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
}

/** The API as the person signed in on a page would call it. */
export async function apiClient(origin: string, page: Page) {
  const headers = { cookie: await cookiesOf(page), origin };
  return createTRPCClient<AppRouter>({
    links: [httpLink({ url: `${origin}/api/trpc`, transformer: superjson, headers })],
  });
}
