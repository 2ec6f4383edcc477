import { criteriaSentence } from "#core/criteria/criteria-sentence.ts";
import { evaluate } from "#core/criteria/evaluate.ts";
import type { Evaluation } from "#core/criteria/evaluation.ts";
import type { Finding } from "#core/criteria/finding.ts";
import { askedBefore } from "#core/criteria/reading-before.ts";
import { ensure } from "#core/errors.ts";
import { isTimeZone } from "#core/time/wall-clock.ts";
import { authorize } from "#services/authorize.ts";
import type { ServiceContext } from "#services/context.ts";
import { loadCoverage } from "#services/coverage/load-coverage.ts";
import { loadLogAround, loadLogFor } from "#services/event-log/load-log-for.ts";
import { logNaming, namedEvaluation } from "#services/event-log/log-naming.ts";
import { loadTopic } from "#services/topic/load-topic.ts";
import { draftFindings } from "./draft-findings.ts";
import type { DryRunInput } from "./input.ts";
import { bearingEvents, type QuestionEvaluation } from "./question-evaluation.ts";

/** What a rule would say if it were asked now. */
export interface DryRun {
  sentence: string;
  /** Errors forbid publishing. */
  findings: Finding[];
  evaluation: Evaluation;
  /** What it would have said of a time as long that has just passed. */
  lookBack: { evaluation: Evaluation; from: number; until: number };
  /** Those that count, those that nearly do, and others of the window. */
  events: QuestionEvaluation["events"];
  /** Whether it could be published as it is. */
  isPublishable: boolean;
}

/** Asks a rule that is being drafted of its topic's log to date. Writes nothing. Options are named by their labels. */
export async function dryRun(
  ctx: ServiceContext,
  { topicId, criteria, options, closesAt }: DryRunInput,
): Promise<DryRun> {
  authorize(ctx, "dry_run_criteria");
  await loadTopic(ctx.db, topicId);
  const { zone } = criteria.window;
  ensure(isTimeZone(zone), "zone_must_be_known", { zone, field: "criteria.window.zone" });
  const before = askedBefore(criteria, ctx.now.getTime());
  const scope = { topicId, asOf: ctx.now };
  const log = await loadLogFor(ctx.db, scope, [criteria, before]);
  const coverage = await loadCoverage(ctx.db, scope);
  const evaluation = evaluate(criteria, log, coverage, ctx.now.getTime());
  const findings = await draftFindings(ctx.db, criteria, { topicId, optionIds: options ?? [], closesAt }, ctx.now);
  const named = await logNaming(ctx.db);
  const lookBack = evaluate(before, log, coverage, ctx.now.getTime());
  const around = await loadLogAround(ctx.db, scope, criteria, log);
  return {
    sentence: named(criteriaSentence(criteria)),
    findings,
    evaluation: namedEvaluation(evaluation, named),
    lookBack: { evaluation: namedEvaluation(lookBack, named), from: before.window.from, until: before.window.until },
    events: await bearingEvents(ctx.db, criteria, around, evaluation),
    isPublishable: evaluation.verdict === "pending" && findings.every(({ severity }) => severity === "warning"),
  };
}
