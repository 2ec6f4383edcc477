import { connectAllReactions } from "#services/reaction/reactions.ts";
import { attributionRouter } from "./routers/attribution.ts";
import { auditRouter } from "./routers/audit.ts";
import { boardRouter } from "./routers/board.ts";
import { calibrationRouter } from "./routers/calibration.ts";
import { coverageRouter } from "./routers/coverage.ts";
import { criteriaRouter } from "./routers/criteria.ts";
import { eventRouter } from "./routers/event.ts";
import { forecastRouter } from "./routers/forecast.ts";
import { inboxRouter } from "./routers/inbox.ts";
import { ledgerRouter } from "./routers/ledger.ts";
import { marketRouter } from "./routers/market.ts";
import { methodologyRouter } from "./routers/methodology.ts";
import { noticeRouter } from "./routers/notice.ts";
import { questionRouter } from "./routers/question.ts";
import { resolutionRouter } from "./routers/resolution.ts";
import { scoreRouter } from "./routers/score.ts";
import { sealRouter } from "./routers/seal.ts";
import { signalRouter } from "./routers/signal.ts";
import { sourcePageRouter } from "./routers/source-page.ts";
import { suggestionRouter } from "./routers/suggestion.ts";
import { topicRouter } from "./routers/topic.ts";
import { tournamentRouter } from "./routers/tournament.ts";
import { userRouter } from "./routers/user.ts";
import { createCallerFactory, router } from "./trpc.ts";

connectAllReactions();

/** Every procedure there is, a router per noun. */
export const appRouter = router({
  attribution: attributionRouter,
  audit: auditRouter,
  board: boardRouter,
  calibration: calibrationRouter,
  coverage: coverageRouter,
  criteria: criteriaRouter,
  event: eventRouter,
  forecast: forecastRouter,
  inbox: inboxRouter,
  ledger: ledgerRouter,
  market: marketRouter,
  methodology: methodologyRouter,
  notice: noticeRouter,
  question: questionRouter,
  resolution: resolutionRouter,
  score: scoreRouter,
  seal: sealRouter,
  sourcePage: sourcePageRouter,
  suggestion: suggestionRouter,
  signal: signalRouter,
  topic: topicRouter,
  tournament: tournamentRouter,
  user: userRouter,
});

export type AppRouter = typeof appRouter;
export const createCaller = createCallerFactory(appRouter);
