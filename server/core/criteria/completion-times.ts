import { DAY_MS } from "#core/time/time-window.ts";
import type { OccursRule, Rule, SequenceRule } from "./criteria.ts";
import { ruleMatches } from "./criteria-matches.ts";
import { type Candidate, type CompletionTimes, counts, type LogView } from "./log-view.ts";

/** Which part of a log is read: events that end by an instant, reported by another. */
export interface Horizon {
  readonly until: number;
  readonly reportedBy: number;
}

/**
 * When a rule without `not` comes true, for whatever instant it is asked from; `not` is taken never to.
 *
 * Formula: the n-th smallest time of happening among the events from an instant on, for every instant at which one begins, kept
 * as a table; of `all` the latest of its rules, of `any` the earliest; of a sequence one sweep over the beginnings of its first
 * step, from the last to the first. O(m·n·log n) for m conditions and n events: a sequence inside a sequence is not walked anew.
 * Units: epoch milliseconds.
 *
 * @example
 * completionTimes({ kind: "any", rules: [] }, { candidates: () => [], spend: () => {}, completions: new Map() }, { until: 9, reportedBy: 9 }).after(0); // => null
 */
export function completionTimes(rule: Rule, log: LogView, horizon: Horizon): CompletionTimes {
  const known = log.completions.get(rule) ?? new Map<string, CompletionTimes>();
  log.completions.set(rule, known);
  const key = `${horizon.until} ${horizon.reportedBy}`;
  const found = known.get(key) ?? timesOf(rule, log, horizon);
  known.set(key, found);
  return found;
}

function timesOf(rule: Rule, log: LogView, horizon: Horizon): CompletionTimes {
  switch (rule.kind) {
    case "occurs":
      return occurrenceTimes(rule, log, horizon);
    case "not":
      return { after: () => null, begins: () => null };
    case "sequence":
      return sequenceTimes(rule, log, horizon);
    default: {
      const parts = rule.rules.map((part) => completionTimes(part, log, horizon));
      const after = (from: number) => {
        log.spend(parts.length);
        const times = parts.map((part) => part.after(from)).filter((at) => at !== null);
        if (times.length === 0 || (rule.kind === "all" && times.length < parts.length)) return null;
        return rule.kind === "all" ? Math.max(...times) : Math.min(...times);
      };
      return { after, begins: (from) => (after(from) === null ? null : from) };
    }
  }
}

/** The candidates that count within a horizon, the last to begin first. */
function latestFirst(candidates: readonly Candidate[], { until, reportedBy }: Horizon): Candidate[] {
  return candidates
    .filter(counts)
    .filter((candidate) => candidate.reportedAt <= reportedBy && candidate.event.occurredUntil <= until)
    .sort((a, b) => b.event.occurredFrom - a.event.occurredFrom);
}

function occurrenceTimes({ match, atLeast = 1 }: OccursRule, log: LogView, horizon: Horizon): CompletionTimes {
  const wanted = Math.max(1, atLeast);
  const candidates = log.candidates(match);
  log.spend(candidates.length * Math.ceil(2 + Math.log2(wanted)));
  const soonest: number[] = [];
  const rows = latestFirst(candidates, horizon).map(({ event, happenedAt }) => {
    insertSorted(soonest, happenedAt);
    if (soonest.length > wanted) soonest.pop();
    return { from: event.occurredFrom, begin: event.occurredFrom, at: soonest[wanted - 1] ?? null };
  });
  return tableOf(rows, log);
}

function sequenceTimes(rule: SequenceRule, log: LogView, horizon: Horizon): CompletionTimes {
  const [first] = rule.rules;
  const steps = rule.rules.map((step) => completionTimes(step, log, horizon));
  const candidates = first ? ruleMatches(first).flatMap((match) => log.candidates(match)) : [];
  log.spend(candidates.length * 2);
  const withinMs = (rule.withinDays ?? Infinity) * DAY_MS;
  let [begin, at]: [number, number | null] = [0, null];
  const rows = latestFirst(candidates, horizon).map(({ event: { occurredFrom: from } }) => {
    const chain = chainTimes(steps, from);
    const [start, end] = [chain?.[0], chain?.at(-1)];
    if (start !== undefined && end !== undefined && end - start <= withinMs) [begin, at] = [from, end];
    return { from, begin, at };
  });
  return tableOf(rows, log);
}

/** When each step comes true after the one before it; null when one does not. */
function chainTimes(steps: readonly CompletionTimes[], begin: number): number[] | null {
  const times: number[] = [];
  let from = begin;
  for (const { after } of steps) {
    const at = after(from);
    if (at === null) return null;
    times.push(at);
    from = at + 1;
  }
  return times;
}

/** Answers for any instant from the rows of those at which something begins, the last first. */
function tableOf(
  rows: readonly { readonly from: number; readonly begin: number; readonly at: number | null }[],
  log: LogView,
): CompletionTimes {
  const lookUp = (from: number) => {
    log.spend(Math.ceil(1 + Math.log2(rows.length + 1)));
    let [low, high] = [0, rows.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((rows[middle]?.from ?? -Infinity) >= from) low = middle + 1;
      else high = middle;
    }
    return rows[low - 1];
  };
  return {
    after: (from) => lookUp(from)?.at ?? null,
    begins: (from) => {
      const row = lookUp(from);
      return row && row.at !== null ? row.begin : null;
    },
  };
}

function insertSorted(times: number[], at: number): void {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  times.splice(low, 0, at);
}
