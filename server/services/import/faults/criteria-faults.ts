import type { BundleFault } from "#core/bundle/bundle-fault.ts";
import type { Criteria } from "#core/criteria/criteria.ts";
import { criteriaKind } from "#core/criteria/criteria-matches.ts";
import { criteriaSentence } from "#core/criteria/criteria-sentence.ts";
import { DomainError } from "#core/errors.ts";
import type { BundleDocument } from "#services/bundle/bundle-document.ts";

type Question = BundleDocument["questions"][number];

/** Rules that cannot decide their questions: of another kind, of options that the question does not have, in a zone that is none. */
export function* criteriaFaults({ questions }: BundleDocument): Generator<BundleFault> {
  for (const [index, question] of questions.entries()) {
    const { criteria } = question;
    if (!criteria) continue;
    const versions = [...criteria.earlier.map((version, i) => [`criteria.earlier[${i}]`, version] as const)];
    for (const [place, { rule }] of [...versions, ["criteria", criteria] as const]) {
      const message = rule && faultOfRule(question, rule);
      if (message) yield { list: "questions", index, field: `${place}.rule`, message };
    }
  }
}

function faultOfRule({ type, options }: Question, rule: Criteria): BundleFault["message"] | null {
  if (criteriaKind(rule) !== type) return `This rule decides a ${criteriaKind(rule)} question.`;
  if ("options" in rule) {
    const other = [...rule.options.map(({ optionId }) => optionId), rule.otherwise].find((id) => !options.includes(id));
    if (other !== undefined) return `The rule names an option “${other}”, which the question does not have.`;
  }
  try {
    criteriaSentence(rule);
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error.broken;
    throw error;
  }
}
