import type { Rule } from "#core/criteria/criteria.ts";
import { eventFits } from "#core/criteria/match-conditions.ts";
import type { LoggedEvent } from "#core/event/event.ts";
import { DAY_MS } from "#core/time/time-window.ts";

/**
 * When a rule first comes true after an instant, found by trying everything: each event as the beginning of each sequence, the
 * parts walked anew from each. Every event of the log must count.
 */
export function completionByTrying(
  rule: Rule,
  log: readonly LoggedEvent[],
  from: number,
  until: number,
): number | null {
  switch (rule.kind) {
    case "not":
      return null;
    case "occurs": {
      const times = log
        .filter((event) => eventFits(rule.match, event) && event.occurredFrom >= from && event.occurredUntil <= until)
        .map((event) => Math.max(event.occurredFrom, event.occurredUntil - 1))
        .sort((a, b) => a - b);
      return times[(rule.atLeast ?? 1) - 1] ?? null;
    }
    case "sequence": {
      const beginnings = [from, ...log.map(({ occurredFrom }) => occurredFrom).filter((at) => at > from)];
      for (const begin of beginnings.sort((a, b) => a - b)) {
        const chain = chainByTrying(rule.rules, log, begin, until);
        const [first, last] = [chain?.[0], chain?.at(-1)];
        if (first === undefined || last === undefined) return null;
        if (last - first <= (rule.withinDays ?? Infinity) * DAY_MS) return last;
      }
      return null;
    }
    default: {
      const times = rule.rules.map((part) => completionByTrying(part, log, from, until)).filter((at) => at !== null);
      if (times.length === 0 || (rule.kind === "all" && times.length < rule.rules.length)) return null;
      return rule.kind === "all" ? Math.max(...times) : Math.min(...times);
    }
  }
}

function chainByTrying(rules: readonly Rule[], log: readonly LoggedEvent[], begin: number, until: number) {
  const chain: number[] = [];
  let from = begin;
  for (const rule of rules) {
    const at = completionByTrying(rule, log, from, until);
    if (at === null) return null;
    chain.push(at);
    from = at + 1;
  }
  return chain;
}
