import { formatInstant } from "#core/time/format-instant.ts";
import type { TimeWindow } from "#core/time/time-window.ts";
import { absenceOf } from "./absence.ts";
import { citing } from "./combine-states.ts";
import { completionTimes } from "./completion-times.ts";
import type { Rule, SequenceRule } from "./criteria.ts";
import { ruleMatches } from "./criteria-matches.ts";
import type { Missing } from "./evaluation.ts";
import { counts, type LogView } from "./log-view.ts";
import { looseChain } from "./loose-chain.ts";
import { ruleClause } from "./rule-clause.ts";
import { type Decided, isDecided, type RuleState } from "./rule-state.ts";

/** How the parts of a sequence are evaluated; handed in, since a part may itself be a sequence. */
type Evaluator = (rule: Rule, span: TimeWindow, log: LogView) => RuleState;

/**
 * The value of a sequence: each rule must come true by events that lie wholly after the instant at which the one
 * before it did, and the last within so many days of the first.
 *
 * Every event of the first step is tried as the beginning, so that an early false start does not spoil a later true
 * one. Known at the earliest instant by whose reports some such chain can be seen. False only by absence.
 *
 * @example
 * evaluateSequence({ kind: "sequence", rules: [] }, { from: 0, until: 9 }, { candidates: () => [], spend: () => {}, completions: new Map() }, () => ({})).value; // => "pending"
 */
export function evaluateSequence(rule: SequenceRule, span: TimeWindow, log: LogView, evaluate: Evaluator): RuleState {
  const base = { kind: "sequence", clause: ruleClause(rule), notCounted: [] } as const;
  const chain = earliestChain(rule, span, log, evaluate);
  const last = chain?.at(-1);
  if (chain && last) {
    const why = "Every step came true, in this order.";
    const knownAt = chainKnownAt(rule, span, log, chain);
    return { ...base, ...citing(chain), value: "true", at: last.at, knownAt, why, missing: [], children: chain };
  }
  const steps = chainFrom(rule, span, log, evaluate);
  const done = steps.filter(({ value }) => value === "true").length;
  const soFar = `${Math.min(done, rule.rules.length)} of ${rule.rules.length} steps so far.`;
  const pending = { ...base, ...citing(steps), value: "pending", at: null, knownAt: null, children: steps } as const;
  if (rule.rules.length === 0) {
    return { ...pending, why: soFar, missing: [{ kind: "decision", text: "No step is stated." }] };
  }
  const impossible = firstFalse(rule, span, log, evaluate);
  if (impossible) {
    const why = `A step did not come about: ${impossible.clause}.`;
    return {
      ...base,
      ...impossible,
      kind: "sequence",
      clause: base.clause,
      why,
      children: [impossible],
      notCounted: [],
    };
  }
  if (log.asOf < span.until) {
    const why = `${soFar} It is open until ${formatInstant(span.until, log.window.zone)}.`;
    const missing = steps.flatMap((step) => step.missing);
    return { ...pending, why, missing: missing.length > 0 ? missing : [anotherRun(rule, span, log)] };
  }
  const loose = looseChain(rule, span, log).map(
    (eventId): Missing => ({ kind: "precision", text: "The order of the steps depends on a closer date.", eventId }),
  );
  const absence = absenceOf(rule.rules.flatMap(ruleMatches), span, log, loose);
  return { ...pending, ...absence, why: `${soFar} ${absence.why}` };
}

/** Every step has come true, but not within the days allowed: it can only happen anew. */
function anotherRun(rule: SequenceRule, span: TimeWindow, log: LogView): Missing {
  const until = formatInstant(span.until, log.window.zone);
  const text = `The steps anew, within ${rule.withinDays} ${rule.withinDays === 1 ? "day" : "days"}, before ${until}.`;
  return { kind: "events", text, count: rule.rules.length, until: span.until };
}

/** The chain that is complete first, or undefined. */
function earliestChain(
  rule: SequenceRule,
  span: TimeWindow,
  log: LogView,
  evaluate: Evaluator,
): readonly Decided[] | undefined {
  const begin = completionTimes(rule, log, { until: span.until, reportedBy: Infinity }).begins(span.from);
  if (begin === null) return undefined;
  // Where nothing of the first step lies before its first event, the whole span is read for it.
  const isFirst = beginsFirst(rule, span, log, begin);
  const steps = chainFrom(rule, { from: isFirst ? span.from : begin, until: span.until }, log, evaluate);
  return steps.filter((step): step is Decided => step.value === "true" && isDecided(step));
}

/** Whether no event of the first step begins in the span before the chain does. */
function beginsFirst({ rules: [first] }: SequenceRule, span: TimeWindow, log: LogView, begin: number): boolean {
  const matches = first ? ruleMatches(first) : [];
  return !matches.some((match) =>
    log.candidates(match).some((candidate) => {
      const { occurredFrom, occurredUntil } = candidate.event;
      return counts(candidate) && occurredFrom >= span.from && occurredFrom < begin && occurredUntil <= span.until;
    }),
  );
}

function firstFalse(rule: SequenceRule, span: TimeWindow, log: LogView, evaluate: Evaluator): RuleState | undefined {
  for (const step of rule.rules) {
    const state = evaluate(step, span, log);
    if (state.value === "false") return state;
  }
  return undefined;
}

/** The states of the steps from an instant on, up to and including the first that has not come true. */
function chainFrom(rule: SequenceRule, span: TimeWindow, log: LogView, evaluate: Evaluator): RuleState[] {
  const steps: RuleState[] = [];
  let from = span.from;
  for (const part of rule.rules) {
    const state = evaluate(part, { from, until: span.until }, log);
    steps.push(state);
    if (state.value !== "true" || state.at === null) break;
    from = state.at + 1;
  }
  return steps;
}

/** The smallest report time up to which the reports alone show a chain; reports only ever add to what is shown. */
function chainKnownAt(rule: SequenceRule, span: TimeWindow, log: LogView, chain: readonly Decided[]): number {
  const reports = rule.rules
    .flatMap(ruleMatches)
    .flatMap((match) => log.candidates(match).filter(counts))
    .map(({ reportedAt }) => reportedAt);
  log.spend(2 * reports.length);
  const times = [...new Set(reports)].sort((a, b) => a - b);
  let [low, high] = [0, times.length - 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const shown = completionTimes(rule, log, { until: span.until, reportedBy: times[middle] ?? Infinity });
    if (shown.after(span.from) !== null) high = middle;
    else low = middle + 1;
  }
  return times[low] ?? Math.max(...chain.map(({ knownAt }) => knownAt));
}
