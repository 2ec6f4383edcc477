import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { calledContextOf } from "#server/api/context.ts";
import type { router } from "#server/api/trpc.ts";

/** Answers by another router in the place of Parley's: one that a test breaks on purpose. */
export function answeringBy(broken: ReturnType<typeof router>): (request: Request) => Promise<Response> {
  return (req) =>
    fetchRequestHandler({
      endpoint: "/api/trpc",
      req,
      router: broken,
      createContext: () => calledContextOf(req.headers),
    });
}
