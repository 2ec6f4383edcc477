import type { Match, Rule } from "./criteria.ts";
import { listInWords } from "./list-in-words.ts";
import { matchPhrase } from "./match-phrase.ts";

/**
 * A rule as a clause of English, to stand behind "if".
 *
 * @example
 * ruleClause({ kind: "occurs", match: { types: ["AGREE"] }, atLeast: 2 }); // => "there are at least 2 agreements"
 * ruleClause({ kind: "not", rule: { kind: "occurs", match: { types: ["AGREE"] } } }); // => "there is no agreement"
 */
export function ruleClause(rule: Rule): string {
  switch (rule.kind) {
    case "occurs":
      return occursClause(rule.match, rule.atLeast ?? 1);
    case "not":
      return notClause(rule.rule);
    case "all":
      return listInWords(rule.rules.map(nestedClause), "and");
    case "any":
      return rule.rules.length > 1 ? `either ${listInWords(rule.rules.map(nestedClause), "or")}` : parts(rule.rules);
    case "sequence": {
      const steps = rule.rules.map(nestedClause);
      const within =
        rule.withinDays === undefined
          ? ""
          : `, all within ${rule.withinDays} ${rule.withinDays === 1 ? "day" : "days"}`;
      return `first ${steps.join(", then ")}${within}`;
    }
  }
}

function occursClause(match: Match, atLeast: number): string {
  return atLeast === 1
    ? `there is ${matchPhrase(match, "one")}`
    : `there are at least ${atLeast} ${matchPhrase(match, "many")}`;
}

function notClause(rule: Rule): string {
  if (rule.kind !== "occurs") return `it is not so that ${nestedClause(rule)}`;
  const atLeast = rule.atLeast ?? 1;
  if (atLeast > 1) return `there are fewer than ${atLeast} ${matchPhrase(rule.match, "many")}`;
  return `there is no ${matchPhrase(rule.match, "one").replaceAll(/(^| or |, )an? /g, "$1")}`;
}

/** A rule within another keeps its borders. */
function nestedClause(rule: Rule): string {
  const isPlain = rule.kind === "occurs" || (rule.kind === "not" && rule.rule.kind === "occurs");
  return isPlain ? ruleClause(rule) : `(${ruleClause(rule)})`;
}

function parts(rules: readonly Rule[]): string {
  return rules.map(nestedClause).join("");
}
