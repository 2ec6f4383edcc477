import type { RuleCode } from "#core/errors.ts";
import type { PlainBroken, RuleValues } from "#core/rule-values.ts";

/** The sentence of a rule that is named within another's values. */
export type Say = (broken: PlainBroken) => string;

/** One language's sentences: one for every rule that can be broken, made from the values that the rule carries. */
export type Catalogue = {
  readonly [Code in RuleCode]: Code extends keyof RuleValues ? (values: RuleValues[Code], say: Say) => string : string;
};
