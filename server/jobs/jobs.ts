import { analyseBoards } from "#services/board/analyse-boards.ts";
import type { ServiceContext } from "#services/context.ts";
import { payStipends } from "#services/ledger/pay-stipends.ts";
import { expireOrders } from "#services/market/expire-orders.ts";
import { deliverEvents } from "#services/outbox/deliver-events.ts";
import { evaluateOpenQuestions } from "#services/resolution/evaluate-open-questions.ts";
import { remindOfDueDecisions } from "#services/resolution/remind-of-due-decisions.ts";
import { reviewProposals } from "#services/resolution/review-answers.ts";
import { enterDueScores } from "#services/score/enter-due-scores.ts";
import { RUNS_AT_ONCE, scoreReferences } from "#services/score/score-references.ts";
import { sealRecord } from "#services/seal/seal-record.ts";
import { publishDueTables } from "#services/tournament/publish-due-tables.ts";
import { sweepExpiredRows } from "#services/upkeep/sweep-expired-rows.ts";

interface Job {
  readonly name: string;
  /** When it runs, as cron states it. */
  readonly cron: string;
  readonly run: (ctx: ServiceContext) => Promise<unknown>;
}

/** Everything that Parley does by itself, again and again. */
export const JOBS: readonly Job[] = [
  // What a process recorded and could not deliver itself, or what failed, reaches its consumers.
  { name: "deliver-domain-events", cron: "* * * * *", run: (ctx) => deliverEvents(ctx) },
  // Time decides some questions without any new event: a deadline passes, a lag ends.
  { name: "evaluate-due-questions", cron: "* * * * *", run: evaluateDueQuestions },
  // The time for challenges ends by the clock alone.
  { name: "remind-of-decisions", cron: "* * * * *", run: remindOfDueDecisions },
  // Questions that were answered early join their season and calibration when their scheduled time has passed.
  { name: "let-due-scores-enter", cron: "* * * * *", run: enterDueScores },
  { name: "analyse-changed-boards", cron: "* * * * *", run: analyseChangedBoards },
  // What was written since the last time joins the Merkle tree, and its new root is published.
  { name: "seal-waiting-records", cron: "*/10 * * * *", run: (ctx) => sealRecord(ctx) },
  // Orders whose time is over give back what they set aside.
  { name: "expire-due-orders", cron: "* * * * *", run: (ctx) => expireOrders(ctx) },
  // Each hour: whoever has had this week's stipend gets no second one.
  { name: "pay-weekly-stipend", cron: "7 * * * *", run: (ctx) => payStipends(ctx) },
  { name: "sweep-expired", cron: "*/10 * * * *", run: sweepExpiredRows },
];

async function evaluateDueQuestions(ctx: ServiceContext): Promise<void> {
  await reviewProposals(ctx);
  await evaluateOpenQuestions(ctx, {});
}

/** After an answer: the references are scored, the boards that it changed worked out again, and finished tables published. */
async function analyseChangedBoards(ctx: ServiceContext): Promise<void> {
  // A batch at a time: after an import there may be thousands. Fewer than a batch were all that was due.
  while ((await scoreReferences(ctx)).runs === RUNS_AT_ONCE);
  await analyseBoards(ctx);
  await publishDueTables(ctx);
}
