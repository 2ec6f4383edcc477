import { coverageRouter } from "./routers/coverage.ts";
import { eventRouter } from "./routers/event.ts";
import { questionRouter } from "./routers/question.ts";
import { resolutionRouter } from "./routers/resolution.ts";
import { topicRouter } from "./routers/topic.ts";
import { userRouter } from "./routers/user.ts";
import { createCallerFactory, router } from "./trpc.ts";

/** Every procedure there is, a router per noun. */
export const appRouter = router({
  coverage: coverageRouter,
  event: eventRouter,
  question: questionRouter,
  resolution: resolutionRouter,
  topic: topicRouter,
  user: userRouter,
});

export type AppRouter = typeof appRouter;
export const createCaller = createCallerFactory(appRouter);
