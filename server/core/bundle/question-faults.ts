import type { BundleQuestion } from "./bundle.ts";
import type { BundleFault } from "./bundle-fault.ts";
import { outcomeFault } from "./outcome-fault.ts";
import { rangeFault } from "./range-fault.ts";

/**
 * What is wrong with the questions of a bundle, beyond the shape of each member: dates out of order, options or a range that the
 * type does not take, an answer that is none of the possible ones.
 *
 * @example
 * questionFaults([{ id: "q", type: "binary", opensAt: 9, closesAt: 9, revealAt: null, weight: 1, options: [], range: null, topic: null, resolution: null }]).map(({ field }) => field); // => ["closesAt"]
 */
export function questionFaults(questions: readonly BundleQuestion[]): BundleFault[] {
  const seen = new Set<string>();
  return questions.flatMap((question, index) => {
    const found = [...faultsOf(question)];
    if (seen.has(question.id)) found.unshift(["id", `The question "${question.id}" is in the bundle already.`]);
    seen.add(question.id);
    return found.map(([field, message]) => ({ list: "questions", index, field, message }) as const);
  });
}

type Found = readonly [field: string, message: string];

function* faultsOf(question: BundleQuestion): Generator<Found> {
  const { type, opensAt, closesAt, options, range, resolution } = question;
  if (opensAt >= closesAt) yield ["closesAt", "A question closes after it opens."];
  const isChoice = type === "multiple_choice";
  if (isChoice && options.length < 2) yield ["options", "A multiple choice has at least two options."];
  if (!isChoice && options.length > 0) yield ["options", "Only a multiple choice has options."];
  for (const [k, option] of options.entries()) {
    if (options.indexOf(option) < k) yield [`options[${k}]`, `The option "${option}" is there already.`];
  }
  const hasRange = type === "numeric" || type === "date";
  if (hasRange && range === null) yield ["range", "A number or a date has a range."];
  if (!hasRange && range !== null) yield ["range", "Only a number or a date has a range."];
  const wrongRange = range && hasRange && rangeFault(type, range);
  if (wrongRange) yield wrongRange;
  const wrongOutcome = resolution && !wrongRange && outcomeFault(question, resolution.outcome);
  if (wrongOutcome) yield ["resolution.outcome", wrongOutcome];
}
