import { canonicalJson } from "#core/canonical-json.ts";
import { ensure } from "#core/errors.ts";
import { DAY_MS } from "#core/time/time-window.ts";
import { isTimeZone } from "#core/time/wall-clock.ts";
import type { Criteria, MultipleChoiceCriteria, NumericCriteria } from "./criteria.ts";
import type { Evaluation } from "./evaluation.ts";
import { errorFinding, type Finding, warningFinding } from "./finding.ts";
import { matchFindings } from "./match-findings.ts";
import { ruleFindings } from "./rule-findings.ts";

/** What surrounds criteria: the question they are to decide, and the instant of asking. */
export interface ResolvabilityFrame {
  readonly now: number;
  readonly closesAt?: number;
  readonly deadlineAt?: number;
  /** Every option of a multiple-choice question. */
  readonly optionIds?: readonly string[];
  /** What people call the options, where criteria name them by their ids. */
  readonly optionLabels?: ReadonlyMap<string, string>;
  /** Subtypes that the topic has made its own. */
  readonly subtypes?: readonly string[];
}

const LONG_DAYS = 3653;

/**
 * Whether criteria can decide their question: everything found amiss, errors first, in a fixed order. No errors means
 * that the window is sound, every type and code can occur, every option can win and some option always does.
 *
 * Units: epoch milliseconds.
 *
 * @example
 * resolvability({ window: { from: 0, until: 0, zone: "UTC" }, minimumSourceGroups: 2, settlementLagHours: 24, first: { types: ["AID"] } }, { now: -1 }).map(({ code }) => code); // => ["window_is_empty"]
 */
export function resolvability(criteria: Criteria, frame: ResolvabilityFrame): Finding[] {
  const { window } = criteria;
  const days = (window.until - window.from) / DAY_MS;
  const findings = [
    ...windowFindings(criteria, frame),
    ...sourceFindings(criteria),
    ...("rule" in criteria ? ruleFindings(criteria.rule, days, frame.subtypes) : []),
    ...("options" in criteria ? choiceFindings(criteria, days, frame) : []),
    ...("measure" in criteria ? measureFindings(criteria, frame) : []),
    ...("first" in criteria ? matchFindings(criteria.first, frame.subtypes) : []),
  ];
  const unique = new Map(findings.map((finding) => [`${finding.code} ${finding.message}`, finding]));
  return [...unique.values()].sort((a, b) => rank(a) - rank(b));
}

/**
 * Throws unless criteria may be published: nothing found amiss that forbids it, and the log does not decide them yet.
 *
 * Errors: `criteria_must_be_resolvable`, `criteria_must_be_undecided`.
 *
 * @example
 * ensurePublishable([], { verdict: "pending" }); // => undefined
 */
export function ensurePublishable(findings: readonly Finding[], dryRun: Pick<Evaluation, "verdict">): void {
  const first = findings.find(({ severity }) => severity === "error");
  ensure(!first, "criteria_must_be_resolvable", {
    reason: "finding",
    finding: first?.code ?? "",
    text: first?.message ?? "",
    field: "criteria",
  });
  ensure(dryRun.verdict === "pending", "criteria_must_be_undecided", { field: "criteria" });
}

function windowFindings({ window }: Criteria, { now, closesAt, deadlineAt }: ResolvabilityFrame): Finding[] {
  const findings: Finding[] = [];
  const error = (code: Finding["code"], message: string) => findings.push(errorFinding(code, message));
  const warning = (code: Finding["code"], message: string) => findings.push(warningFinding(code, message));
  if (!isTimeZone(window.zone)) error("zone_is_unknown", `“${window.zone}” is not a time zone.`);
  if (!(window.from < window.until)) error("window_is_empty", "The window ends before it begins.");
  else if (window.until <= now) error("window_is_over", "The window is over already.");
  else if (window.from < now) warning("window_has_begun", "The window has begun: events that happened in it count.");
  if (window.until - window.from > LONG_DAYS * DAY_MS) warning("window_is_very_long", "The window is over ten years.");
  if (deadlineAt !== undefined && deadlineAt !== window.until) {
    error("window_must_end_at_deadline", "The window must end at the question's deadline.");
  }
  if (closesAt !== undefined && closesAt > window.until) {
    error("closes_after_window", "Forecasting would close after the window has ended.");
  }
  return findings;
}

function sourceFindings({ minimumSourceGroups, settlementLagHours }: Criteria): Finding[] {
  const findings: Finding[] = [];
  if (!(Number.isInteger(minimumSourceGroups) && minimumSourceGroups >= 1)) {
    findings.push(errorFinding("no_sources_required", "An event must be reported by at least one source to count."));
  } else if (minimumSourceGroups === 1) {
    findings.push(warningFinding("one_source_suffices", "A single source is enough for an event to count."));
  }
  if (!(settlementLagHours >= 0)) findings.push(errorFinding("lag_is_negative", "The settlement lag is below zero."));
  if (settlementLagHours === 0) {
    findings.push(warningFinding("no_time_for_late_reports", "Absence may decide as soon as the window ends."));
  }
  return findings;
}

function choiceFindings(criteria: MultipleChoiceCriteria, days: number, frame: ResolvabilityFrame): Finding[] {
  const ids = criteria.options.map(({ optionId }) => optionId);
  const findings = criteria.options.flatMap(({ rule }) => ruleFindings(rule, days, frame.subtypes));
  const error = (code: Finding["code"], message: string) => findings.push(errorFinding(code, message));
  const known = frame.optionIds ?? [...ids, criteria.otherwise];
  if (ids.length === 0) error("rule_has_no_conditions", "No option has a rule.");
  if (!known.includes(criteria.otherwise)) {
    error("otherwise_is_missing", "No option is named to win when no other does.");
  }
  if (ids.includes(criteria.otherwise)) {
    findings.push(warningFinding("otherwise_has_a_rule", "The option that wins otherwise also has a rule."));
  }
  const named = (id: string) => `“${frame.optionLabels?.get(id) ?? id}”`;
  const seen = new Set<string>();
  for (const { optionId, rule } of criteria.options) {
    const text = canonicalJson(rule);
    if (!known.includes(optionId)) error("option_is_unknown", `The question has no option ${named(optionId)}.`);
    if (ids.indexOf(optionId) !== ids.lastIndexOf(optionId)) {
      error("option_is_listed_twice", `The option ${named(optionId)} has two rules; join them with “any”.`);
    }
    if (seen.has(text))
      error("option_never_wins", `An earlier option has the rule of ${named(optionId)}, and would win.`);
    seen.add(text);
  }
  for (const id of known.filter((id) => id !== criteria.otherwise && !ids.includes(id))) {
    error("option_never_wins", `The option ${named(id)} has no rule, so it can never win.`);
  }
  return findings;
}

function measureFindings({ measure, match }: NumericCriteria, frame: ResolvabilityFrame): Finding[] {
  const needsUnit = measure !== "count" && match.magnitude?.unit === undefined;
  const warning = warningFinding("unit_is_not_stated", "The magnitude's unit is not stated.");
  return [...matchFindings(match, frame.subtypes), ...(needsUnit ? [warning] : [])];
}

function rank({ severity }: Finding): number {
  return severity === "error" ? 0 : 1;
}
