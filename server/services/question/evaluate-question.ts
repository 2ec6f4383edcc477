import type { Criteria } from "#core/criteria/criteria.ts";
import { evaluate } from "#core/criteria/evaluate.ts";
import type { Evaluation } from "#core/criteria/evaluation.ts";
import type { Db, Tx } from "#db/client.ts";
import { loadCoverage } from "#services/coverage/load-coverage.ts";
import { loadLogFor } from "#services/event-log/load-log-for.ts";

export interface EvaluatedQuestion {
  readonly topicId: string | null;
  readonly criteria: { readonly rule: unknown } | null;
}

/**
 * What the log of its topic, as it was known at an instant, says of a question; null for a question that no log
 * decides: an imported one without a rule.
 */
export async function evaluateQuestion(
  db: Db | Tx,
  { topicId, criteria }: EvaluatedQuestion,
  asOf: Date,
): Promise<Evaluation | null> {
  if (!topicId || !criteria?.rule) return null;
  const rule = criteria.rule as Criteria;
  const log = await loadLogFor(db, { topicId, asOf }, [rule]);
  const coverage = await loadCoverage(db, { topicId, asOf });
  return evaluate(rule, log, coverage, asOf.getTime());
}
