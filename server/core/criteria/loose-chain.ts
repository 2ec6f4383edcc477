import { DAY_MS, type TimeWindow } from "#core/time/time-window.ts";
import type { Rule, SequenceRule } from "./criteria.ts";
import { type Candidate, counts, type LogView, placeInSpan } from "./log-view.ts";

/** What may have made a rule true: not before this instant, by these events. */
interface Possibility {
  readonly notBefore: number;
  readonly notAfter: number;
  readonly events: readonly Candidate[];
}

/**
 * Whether a sequence may have come true if every event that is dated only to a day or a month happened at the most
 * favourable instant of it: the ids of the loosely dated events on which that depends, or none.
 *
 * Each step takes the earliest event it may, and no event serves two steps.
 *
 * @example
 * looseChain({ kind: "sequence", rules: [] }, { from: 0, until: 9 }, {}); // => []
 */
export function looseChain(rule: SequenceRule, span: TimeWindow, log: LogView): string[] {
  const found = possibleSequence(rule, span, log, new Set());
  const loose = (found?.events ?? []).filter(({ event }) => event.precision !== "instant");
  return [...new Set(loose.map(({ event }) => event.id))];
}

function possibleSequence(
  rule: SequenceRule,
  span: TimeWindow,
  log: LogView,
  used: ReadonlySet<string>,
): Possibility | undefined {
  const steps: Possibility[] = [];
  const taken = new Set(used);
  let from = span.from;
  for (const part of rule.rules) {
    const step = possible(part, { from, until: span.until }, log, taken);
    if (!step) return undefined;
    for (const { event } of step.events) taken.add(event.id);
    steps.push(step);
    from = step.notBefore;
  }
  const [first, last] = [steps[0], steps.at(-1)];
  if (!first || !last) return undefined;
  if (last.notBefore - first.notAfter > (rule.withinDays ?? Infinity) * DAY_MS) return undefined;
  return { notBefore: last.notBefore, notAfter: last.notAfter, events: steps.flatMap(({ events }) => events) };
}

function possible(rule: Rule, span: TimeWindow, log: LogView, used: ReadonlySet<string>): Possibility | undefined {
  switch (rule.kind) {
    case "occurs": {
      const open = log.candidates(rule.match).filter(counts);
      log.spend(3 * open.length);
      const may = open.filter(({ event }) => {
        const place = placeInSpan(event, span);
        return !used.has(event.id) && (place === "within" || place === "perhaps");
      });
      const chosen = may
        .sort((a, b) => a.event.occurredFrom - b.event.occurredFrom)
        .slice(0, Math.max(1, rule.atLeast ?? 1));
      return chosen.length < Math.max(1, rule.atLeast ?? 1) ? undefined : together(chosen.map(alone), span);
    }
    case "not":
      return undefined;
    case "sequence":
      return possibleSequence(rule, span, log, used);
    default: {
      const parts = rule.rules.map((part) => possible(part, span, log, used));
      const found = parts.filter((part) => part !== undefined);
      if (rule.kind === "any") return found.sort((a, b) => a.notBefore - b.notBefore)[0];
      return found.length < parts.length ? undefined : together(found, span);
    }
  }
}

function alone(candidate: Candidate): Possibility {
  return { notBefore: candidate.event.occurredFrom, notAfter: candidate.happenedAt, events: [candidate] };
}

function together(parts: readonly Possibility[], span: TimeWindow): Possibility {
  return {
    notBefore: Math.max(span.from, ...parts.map(({ notBefore }) => notBefore)),
    notAfter: Math.max(span.from, ...parts.map(({ notAfter }) => notAfter)),
    events: parts.flatMap(({ events }) => events),
  };
}
