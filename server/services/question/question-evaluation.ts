import { type AbsenceStep, absenceSteps } from "#core/criteria/absence-steps.ts";
import type { Criteria } from "#core/criteria/criteria.ts";
import { evaluate } from "#core/criteria/evaluate.ts";
import type { Evaluation, TraceNode } from "#core/criteria/evaluation.ts";
import { type NearMiss, nearMisses } from "#core/criteria/near-misses.ts";
import { DomainError } from "#core/errors.ts";
import type { LoggedEvent } from "#core/event/event.ts";
import type { Db } from "#db/client.ts";
import type { ServiceContext } from "#services/context.ts";
import { loadCoverage } from "#services/coverage/load-coverage.ts";
import { loadLogAround, loadLogFor } from "#services/event-log/load-log-for.ts";
import { logNaming, namedEvaluation } from "#services/event-log/log-naming.ts";
import { visibleQuestions } from "#services/visibility.ts";
import { actorNames, type LoggedBrief, loggedBrief } from "./logged-brief.ts";

const MAX_RELATED = 40;

/** What the log says of a question, and the events that bear on it. */
export interface QuestionEvaluation {
  evaluation: Evaluation;
  zone: string;
  /** Near the rule first: those that count, those that fit but do not count, near misses; then others of the window. */
  events: (LoggedBrief & { bearing: Bearing; text: string | null })[];
  /** What must come about before absence from the log may decide it; none once it is decided. */
  absence: AbsenceStep[];
}

/** How an event bears on a rule. */
export type Bearing = "counts" | "does_not_count" | "near_miss" | "related";

/** Every node of a trace. */
function nodesOf(node: TraceNode): TraceNode[] {
  return [node, ...node.children.flatMap(nodesOf)];
}

function bearings(evaluation: Evaluation, misses: readonly NearMiss[]) {
  const found = new Map<string, { bearing: Bearing; text: string | null }>();
  for (const { eventId, text } of misses) found.set(eventId, { bearing: "near_miss", text });
  const nodes = nodesOf(evaluation.trace);
  for (const { eventId, text } of nodes.flatMap(({ notCounted }) => notCounted)) {
    found.set(eventId, { bearing: "does_not_count", text });
  }
  for (const id of nodes.flatMap(({ eventIds }) => eventIds)) found.set(id, { bearing: "counts", text: null });
  return found;
}

const RANK: readonly Bearing[] = ["counts", "does_not_count", "near_miss", "related"];

/** The events that bear on criteria: matched ones, near ones, and the latest others of the window. */
export async function bearingEvents(
  db: Db,
  criteria: Criteria,
  log: readonly LoggedEvent[],
  evaluation: Evaluation,
): Promise<QuestionEvaluation["events"]> {
  const found = bearings(evaluation, nearMisses(criteria, log, evaluation.asOf));
  const bearing = (event: LoggedEvent) => found.get(event.id) ?? { bearing: "related" as const, text: null };
  const rank = (event: LoggedEvent) => RANK.indexOf(bearing(event).bearing);
  const { from, until } = criteria.window;
  const events = log
    .filter((event) => found.has(event.id) || (event.occurredFrom < until && event.occurredUntil > from))
    .sort((a, b) => rank(a) - rank(b) || b.occurredFrom - a.occurredFrom)
    .slice(0, MAX_RELATED);
  const names = await actorNames(db, events);
  const named = await logNaming(db);
  return events.map((event) => {
    const { bearing: how, text } = bearing(event);
    return { ...loggedBrief(event, names), bearing: how, text: text === null ? null : named(text) };
  });
}

/** What the log of its topic, as known at an instant, says of a question; null for one that no log decides. */
export async function questionEvaluation(
  ctx: ServiceContext,
  { slug, asOf = ctx.now }: { slug: string; asOf?: Date | undefined },
): Promise<QuestionEvaluation | null> {
  const question = await ctx.db.question.findFirst({
    where: { slug, ...visibleQuestions(ctx) },
    select: { topicId: true, criteria: { select: { rule: true }, orderBy: { version: "desc" }, take: 1 } },
  });
  if (!question) throw new DomainError("subject_must_exist", { kind: "question", field: "slug" });
  const { topicId } = question;
  const criteria = (question.criteria[0]?.rule ?? null) as Criteria | null;
  if (!topicId || !criteria) return null;
  const deciding = await loadLogFor(ctx.db, { topicId, asOf }, [criteria]);
  const coverage = await loadCoverage(ctx.db, { topicId, asOf });
  const evaluation = evaluate(criteria, deciding, coverage, asOf.getTime());
  const around = await loadLogAround(ctx.db, { topicId, asOf }, criteria, deciding);
  const events = await bearingEvents(ctx.db, criteria, around, evaluation);
  const named = await logNaming(ctx.db);
  const steps = evaluation.verdict === "pending" ? absenceSteps(criteria, coverage, asOf.getTime()) : [];
  return {
    evaluation: namedEvaluation(evaluation, named),
    zone: criteria.window.zone,
    events,
    absence: steps.map((step) => ({ ...step, text: named(step.text) })),
  };
}
