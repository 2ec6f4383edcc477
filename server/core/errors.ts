/**
 * The one error that Parley throws on purpose: a rule was broken. Its code is the rule's name, its kind decides the
 * HTTP status, its message is written for the person who broke it.
 */

/** How a broken rule is answered: 400, 403, 404, 409, 429. */
export type ErrorKind = "invalid" | "forbidden" | "not_found" | "conflict" | "limit";

/** Every rule a caller can break, with the kind of its error. The name of the rule is the code. */
export const RULES = {
  argument_must_be_in_domain: "invalid",
  probability_must_be_within_bounds: "invalid",
  probabilities_must_sum_to_one: "invalid",
} as const satisfies Record<string, ErrorKind>;

export type RuleCode = keyof typeof RULES;

export class DomainError extends Error {
  readonly code: RuleCode;
  readonly kind: ErrorKind;
  /** The field of the input that broke the rule, when there is one. */
  readonly field: string | undefined;

  constructor(code: RuleCode, message: string, field?: string) {
    super(message);
    this.name = "DomainError";
    this.code = code;
    this.kind = RULES[code];
    this.field = field;
  }
}

/** Throws `code` unless the condition holds. */
export function ensure(condition: unknown, code: RuleCode, message: string, field?: string): asserts condition {
  if (!condition) throw new DomainError(code, message, field);
}
