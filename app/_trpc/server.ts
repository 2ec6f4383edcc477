import { headers } from "next/headers";
import { cache } from "react";
import { contextOf } from "#server/api/context.ts";
import { createCaller } from "#server/api/root.ts";
import { shownError } from "#server/api/trpc.ts";

/** The same procedures the browser calls, for server components: one context a request, one permission path. */
export const api = cache(async () => {
  const context = await contextOf(await headers()).catch((error: unknown) => {
    throw shownError(error, "session");
  });
  return createCaller(context);
});
