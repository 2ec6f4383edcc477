import { typedNumber } from "#app/_forms/typed-number.ts";
import type { Match, Rule } from "#core/criteria/criteria.ts";

/**
 * A rule as a form edits it: a group of parts, each a condition or a group again. Text that is being typed stays text,
 * so that nothing is lost while it is not a number yet.
 */
export type RulePart = ConditionForm | GroupForm;

/** How often the events of a condition are to happen. */
export type Frequency = "once" | "times" | "never" | "fewer";

export interface ConditionForm {
  readonly kind: "condition";
  readonly key: number;
  readonly frequency: Frequency;
  readonly times: string;
  readonly match: MatchForm;
}

export interface GroupForm {
  readonly kind: "group";
  readonly key: number;
  readonly how: "all" | "any" | "sequence";
  readonly isNegated: boolean;
  readonly withinDays: string;
  readonly parts: readonly RulePart[];
}

export const CODE_LISTS = [
  "types",
  "actorsAll",
  "actorsAny",
  "actorsNone",
  "initiator",
  "recipient",
  "mediator",
  "placesAny",
  "placesNone",
  "tags",
] as const;
export type CodeListName = (typeof CODE_LISTS)[number];
export type MatchForm = Readonly<Record<CodeListName, readonly string[]>> & {
  readonly min: string;
  readonly max: string;
  readonly unit: string;
};

let lastKey = 0;
const nextKey = () => ++lastKey;

const NO_CODES = Object.fromEntries(CODE_LISTS.map((name) => [name, []])) as unknown as Record<CodeListName, string[]>;

export function emptyMatch(): MatchForm {
  return { ...NO_CODES, min: "", max: "", unit: "" };
}

export function emptyCondition(): ConditionForm {
  return { kind: "condition", key: nextKey(), frequency: "once", times: "2", match: emptyMatch() };
}

export function groupOf(parts: readonly RulePart[], how: GroupForm["how"] = "all"): GroupForm {
  return { kind: "group", key: nextKey(), how, isNegated: false, withinDays: "", parts };
}

/** The rule that a form states. A group of one is that one. */
export function ruleOf(form: RulePart): Rule {
  if (form.kind === "condition") return conditionRule(form);
  const rules = form.parts.map(ruleOf);
  const [only] = rules;
  const plain = groupRule(form, rules);
  const rule = rules.length === 1 && only && form.how !== "sequence" ? only : plain;
  return form.isNegated ? { kind: "not", rule } : rule;
}

function groupRule({ how, withinDays }: GroupForm, rules: Rule[]): Rule {
  const days = numberOf(withinDays);
  return how === "sequence" && days !== undefined ? { kind: how, rules, withinDays: days } : { kind: how, rules };
}

function conditionRule({ frequency, times, match }: ConditionForm): Rule {
  const isCounted = frequency === "times" || frequency === "fewer";
  const atLeast = isCounted ? statedOf(times, "Give how many times.") : 1;
  const occurs: Rule = { kind: "occurs", match: matchOf(match), ...(atLeast === 1 ? {} : { atLeast }) };
  return frequency === "never" || frequency === "fewer" ? { kind: "not", rule: occurs } : occurs;
}

/** The match that a form states; what is left empty is not part of it. */
export function matchOf(form: MatchForm): Match {
  const { types, tags } = form;
  const actors = listed({ all: form.actorsAll, any: form.actorsAny, none: form.actorsNone });
  const roles = listed({ initiator: form.initiator, recipient: form.recipient, mediator: form.mediator });
  const places = listed({ any: form.placesAny, none: form.placesNone });
  const magnitude = magnitudeOf(form);
  return {
    types,
    ...(actors ? { actors } : {}),
    ...(roles ? { roles } : {}),
    ...(places ? { places } : {}),
    ...(tags.length > 0 ? { tags } : {}),
    ...(magnitude ? { magnitude } : {}),
  };
}

function magnitudeOf(form: MatchForm): Match["magnitude"] | undefined {
  const [min, max, unit] = [numberOf(form.min), numberOf(form.max), form.unit.trim()];
  if (min === undefined && max === undefined && unit === "") return undefined;
  return {
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(unit === "" ? {} : { unit }),
  };
}

/** The lists that hold something; undefined when none does. */
function listed<K extends string>(
  lists: Record<K, readonly string[]>,
): Partial<Record<K, readonly string[]>> | undefined {
  const entries = Object.entries<readonly string[]>(lists).filter(([, codes]) => codes.length > 0);
  return entries.length > 0 ? (Object.fromEntries(entries) as Partial<Record<K, readonly string[]>>) : undefined;
}

/** The number that is typed; nothing where nothing is, and NaN where it is none, which no rule takes. */
export function numberOf(text: string): number | undefined {
  return text.trim() === "" ? undefined : (typedNumber(text) ?? Number.NaN);
}

/** A number that must be typed; throws what is to be given where none is. */
export function statedOf(text: string, message: string): number {
  const value = typedNumber(text);
  if (value === null) throw new Error(message);
  return value;
}

/** The form of a rule that is taken up again. */
export function formOf(rule: Rule): GroupForm {
  const part = partOf(rule);
  return part.kind === "group" ? part : groupOf([part]);
}

function partOf(rule: Rule): RulePart {
  if (rule.kind === "occurs") return conditionOf(rule, false);
  if (rule.kind !== "not") {
    const withinDays = rule.kind === "sequence" && rule.withinDays !== undefined ? String(rule.withinDays) : "";
    return { ...groupOf(rule.rules.map(partOf), rule.kind), withinDays };
  }
  if (rule.rule.kind === "occurs") return conditionOf(rule.rule, true);
  const inner = partOf(rule.rule);
  return { ...(inner.kind === "group" && !inner.isNegated ? inner : groupOf([inner])), isNegated: true };
}

function conditionOf({ match, atLeast = 1 }: Extract<Rule, { kind: "occurs" }>, isNegated: boolean): ConditionForm {
  const frequency = atLeast > 1 ? (isNegated ? "fewer" : "times") : isNegated ? "never" : "once";
  const times = atLeast > 1 ? String(atLeast) : "2";
  return { kind: "condition", key: nextKey(), frequency, times, match: matchFormOf(match) };
}

/** The form of a match that is taken up again. */
export function matchFormOf(match: Match): MatchForm {
  const { actors = {}, roles = {}, places = {}, magnitude = {} } = match;
  const text = (value: number | undefined) => (value === undefined ? "" : String(value));
  return {
    types: match.types,
    actorsAll: actors.all ?? [],
    actorsAny: actors.any ?? [],
    actorsNone: actors.none ?? [],
    initiator: roles.initiator ?? [],
    recipient: roles.recipient ?? [],
    mediator: roles.mediator ?? [],
    placesAny: places.any ?? [],
    placesNone: places.none ?? [],
    tags: match.tags ?? [],
    min: text(magnitude.min),
    max: text(magnitude.max),
    unit: magnitude.unit ?? "",
  };
}
