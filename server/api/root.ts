import { resolutionRouter } from "./routers/resolution.ts";
import { userRouter } from "./routers/user.ts";
import { createCallerFactory, router } from "./trpc.ts";

/** Every procedure there is, a router per noun. */
export const appRouter = router({
  resolution: resolutionRouter,
  user: userRouter,
});

export type AppRouter = typeof appRouter;
export const createCaller = createCallerFactory(appRouter);
