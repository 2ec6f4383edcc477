import { headers } from "next/headers";
import { cache } from "react";
import { contextOf } from "#server/api/context.ts";
import { createCaller } from "#server/api/root.ts";

/** The same procedures the browser calls, for server components: one context a request, one permission path. */
export const api = cache(async () => createCaller(await contextOf(await headers())));
