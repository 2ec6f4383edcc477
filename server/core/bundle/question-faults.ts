import type { BundleQuestion, BundleRange } from "./bundle.ts";
import type { BundleFault } from "./bundle-fault.ts";
import { questionOutcome } from "./resolved-bundle-question.ts";

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
  if (new Set(options).size < options.length) yield ["options", "Two options are the same."];
  const hasRange = type === "numeric" || type === "date";
  if (hasRange && range === null) yield ["range", "A number or a date has a range."];
  if (!hasRange && range !== null) yield ["range", "Only a number or a date has a range."];
  const rangeFault = range && faultOfRange(range);
  if (rangeFault) yield rangeFault;
  else if (resolution && resolution.outcome !== null && !questionOutcome(question, resolution.outcome)) {
    yield ["resolution.outcome", `${JSON.stringify(resolution.outcome)} is no answer to a ${type} question.`];
  }
}

function faultOfRange({ min, max, zeroPoint }: BundleRange): Found | null {
  if (!(min < max)) return ["range.max", "A range ends above where it begins."];
  if (zeroPoint === null || zeroPoint < min || zeroPoint > max) return null;
  return ["range.zeroPoint", "The zero point of a logarithmic range lies outside of it."];
}
