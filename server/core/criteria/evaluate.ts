import type { LoggedEvent } from "#core/event/event.ts";
import type { CoverageStatement } from "./coverage.ts";
import type { BinaryCriteria, Criteria, DateCriteria, MultipleChoiceCriteria } from "./criteria.ts";
import { evaluateChoice } from "./evaluate-choice.ts";
import { evaluateMeasure } from "./evaluate-measure.ts";
import { evaluateOccurs } from "./evaluate-occurs.ts";
import { evaluateRule } from "./evaluate-rule.ts";
import type { Evaluation } from "./evaluation.ts";
import { type LogView, logView } from "./log-view.ts";
import { effectiveTime, isDecided, type RuleState, traceOf } from "./rule-state.ts";
import { withinBudget } from "./step-budget.ts";

/**
 * What the log, as it stood at an instant, says of a question: its answer with the times E and K and the evidence, or
 * what it still waits for; and why, node by node.
 *
 * The events are revisions, in any order: of each event the one that stood at the instant is read, and what was
 * recorded, published or signed after it is left out. Same inputs, same bytes.
 * Rules: an event counts when it is neither disputed nor retracted, enough independent groups of sources of the tier
 * required report it, and its whole interval lies in the window. When it was reported matters for K alone, so that
 * what happened before the deadline and was reported after it still counts.
 * Bounds: takes at most so many steps (`MAX_STEPS` when none are named); a rule that needs more stays pending, and says that a
 * person must decide.
 * Units: epoch milliseconds.
 * Source: the definitions of this project; the logic is Kleene's strong three-valued logic.
 *
 * @example
 * evaluate({ window: { from: 0, until: 10, zone: "UTC" }, minimumSourceGroups: 1, settlementLagHours: 0, rule: { kind: "occurs", match: { types: ["AGREE"] } } }, [], [], 5).verdict; // => "pending"
 */
export function evaluate(
  criteria: Criteria,
  events: readonly LoggedEvent[],
  coverage: readonly CoverageStatement[],
  asOf: number,
  maxSteps?: number,
): Evaluation {
  const log = logView(criteria, events, coverage, asOf, maxSteps);
  return withinBudget(
    () => evaluationOn(criteria, log),
    () => unevaluated(criteria, asOf),
  );
}

function evaluationOn(criteria: Criteria, log: LogView): Evaluation {
  if ("rule" in criteria) return binaryEvaluation(criteria, log);
  if ("options" in criteria) return choiceEvaluation(criteria, log);
  if ("measure" in criteria) {
    const { state, value } = evaluateMeasure(criteria, log);
    return evaluationOf(state, "decided", String(value), log);
  }
  return dateEvaluation(criteria, log);
}

/** What is said when evaluating took too many steps: a person must decide. */
function unevaluated(criteria: Criteria, asOf: number): Evaluation {
  const text = "This rule takes too many steps to evaluate on this log, so a person must decide.";
  const kind =
    "rule" in criteria
      ? criteria.rule.kind
      : "options" in criteria
        ? "choice"
        : "measure" in criteria
          ? "measure"
          : "first";
  const state: RuleState = {
    kind,
    clause: "the rule",
    value: "pending",
    at: null,
    knownAt: null,
    why: text,
    eventIds: [],
    coverageIds: [],
    notCounted: [],
    missing: [{ kind: "decision", text }],
    children: [],
  };
  return evaluationOf(state, "pending", null, { asOf });
}

function binaryEvaluation(criteria: BinaryCriteria, log: LogView): Evaluation {
  const state = evaluateRule(criteria.rule, criteria.window, log);
  return evaluationOf(state, state.value, state.value === "true" ? "yes" : "no", log);
}

function choiceEvaluation(criteria: MultipleChoiceCriteria, log: LogView): Evaluation {
  const state = evaluateChoice(criteria, log);
  return evaluationOf(state, "decided", state.optionId ?? null, log);
}

/** The date of the first qualifying event, or `above` when there was none in the window. */
function dateEvaluation(criteria: DateCriteria, log: LogView): Evaluation {
  const first = evaluateOccurs({ kind: "occurs", match: criteria.first }, criteria.window, log);
  const decisive: RuleState = { ...(first.value === "true" ? firstOf(criteria, first, log) : first), kind: "first" };
  const outcome = isDecided(decisive) ? new Date(effectiveTime(decisive)).toISOString() : null;
  return evaluationOf(decisive, "decided", first.value === "false" ? "above" : outcome, log);
}

/** A date is known when the event that came first is reported, even if a later one was reported sooner. */
function firstOf(criteria: DateCriteria, state: RuleState, log: LogView): RuleState {
  const event = log.candidates(criteria.first).find(({ event, happenedAt }) => {
    return happenedAt === state.at && state.eventIds.includes(event.id);
  });
  const eventIds = event ? [event.event.id] : state.eventIds;
  return { ...state, knownAt: event?.reportedAt ?? state.knownAt, eventIds };
}

function evaluationOf(
  state: RuleState,
  verdict: Evaluation["verdict"],
  outcome: string | null,
  log: Pick<LogView, "asOf">,
): Evaluation {
  const decided = isDecided(state) ? state : undefined;
  return {
    verdict: decided ? verdict : "pending",
    outcome: decided ? outcome : null,
    effectiveAt: decided ? effectiveTime(decided) : null,
    knownAt: decided ? decided.knownAt : null,
    evidenceIds: decided ? state.eventIds : [],
    coverageIds: decided ? state.coverageIds : [],
    missing: state.missing,
    trace: traceOf(state),
    asOf: log.asOf,
  };
}
