import { ensure } from "#core/errors.ts";
import type { Criteria } from "./criteria.ts";

/**
 * Criteria with every option under another name: those a draft names by label, under the ids the options were given.
 * Criteria without options stay as they are.
 *
 * Errors: `criteria_must_fit_question` when an option has no other name.
 *
 * @example
 * renamedOptions({ options: [{ optionId: "War", rule: { kind: "any", rules: [] } }], otherwise: "Peace" }, new Map([["War", "1"], ["Peace", "2"]])); // => { options: [{ optionId: "1", rule: { kind: "any", rules: [] } }], otherwise: "2" }
 */
export function renamedOptions(criteria: Criteria, names: ReadonlyMap<string, string>): Criteria {
  if (!("options" in criteria)) return criteria;
  const renamed = (optionId: string): string => {
    const name = names.get(optionId);
    ensure(name !== undefined, "criteria_must_fit_question", {
      reason: "unknown_option",
      option: optionId,
      field: "criteria",
    });
    return name;
  };
  return {
    ...criteria,
    options: criteria.options.map(({ optionId, rule }) => ({ optionId: renamed(optionId), rule })),
    otherwise: renamed(criteria.otherwise),
  };
}
