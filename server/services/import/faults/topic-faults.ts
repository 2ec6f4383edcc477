import type { BundleFault } from "#core/bundle/bundle-fault.ts";
import type { NamedElsewhere } from "#core/bundle/bundle-faults.ts";
import { DomainError } from "#core/errors.ts";
import type { PlainBroken } from "#core/rule-values.ts";
import { ensureWatchable } from "#core/signal/signal-rules.ts";
import type { BundleDocument } from "#services/bundle/bundle-document.ts";

/** Topics that are there twice, scenarios that are no options of their questions, signals that look for nothing. */
export function* topicFaults({ topics, questions }: BundleDocument, elsewhere: NamedElsewhere): Generator<BundleFault> {
  const byId = new Map(questions.map((question) => [question.id, question]));
  const seen = new Set<string>();
  for (const [index, { id, scenarios, signals }] of topics.entries()) {
    const add = (field: string, message: BundleFault["message"]): BundleFault => ({
      list: "topics",
      index,
      field,
      message,
    });
    if (seen.has(id)) yield add("id", `The topic "${id}" is in the bundle already.`);
    seen.add(id);
    const question = byId.get(scenarios ?? "");
    if (scenarios !== undefined && !question && !elsewhere.questions.has(scenarios))
      yield add("scenarios", `There is no question "${scenarios}" in the bundle.`);
    if (question && (question.type !== "multiple_choice" || question.topic !== id))
      yield add("scenarios", "Scenarios are the options of a multiple-choice question of this topic.");
    for (const [i, { match }] of signals.entries()) {
      const message = brokenRule(() => ensureWatchable(match));
      if (message) yield add(`signals[${i}].match`, message);
    }
  }
}

/** The rule that a check finds broken, or null. */
export function brokenRule(check: () => void): PlainBroken | null {
  try {
    check();
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error.broken;
    throw error;
  }
}
