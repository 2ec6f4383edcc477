import fc from "fast-check";
import type { Criteria, Rule } from "#core/criteria/criteria.ts";
import { criteriaSentence } from "#core/criteria/criteria-sentence.ts";
import { textFault, withoutUnseen } from "#core/text/text-fault.ts";
import type { BundleText } from "#services/bundle/bundle-document.ts";
import { type AnyMarket, anyMarket } from "./any-market.ts";

export const DAY_MS = 86_400_000;
export const START = Date.UTC(2025, 0, 1);

export type QuestionText = BundleText["questions"][number];
type ResolutionText = NonNullable<QuestionText["resolution"]>;

export const iso = (at: number) => new Date(at).toISOString();

/** Text as people write it: any letters, marks and signs, with spaces around, but nothing that no reader sees. */
export const prose = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 30 })
  .map(withoutUnseen)
  .filter((text) => textFault(text) === null && text.trim() !== "");

const TYPES = ["binary", "multiple_choice", "numeric", "date"] as const;

/** What one question is made of: drawn numbers, which `questionText` puts into words. */
export interface AnyQuestion {
  readonly type: (typeof TYPES)[number];
  readonly title: string;
  readonly days: number;
  readonly options: number;
  readonly isLog: boolean;
  readonly openLower: boolean;
  readonly openUpper: boolean;
  readonly unit: string | null;
  readonly revealDay: number | null;
  readonly challengeWindowHours: number | null;
  readonly hasTopic: boolean;
  readonly rules: readonly ("none" | "words" | "rule")[];
  readonly clarifications: readonly string[];
  readonly answers: readonly { readonly place: number; readonly isVoid: boolean; readonly note: string | null }[];
  readonly isPast: boolean;
  readonly forecasts: readonly AnyForecast[];
  readonly market: AnyMarket | null;
  readonly weight: number | null;
}

export interface AnyForecast {
  readonly person: number;
  readonly hour: number;
  readonly value: number;
  readonly endsAfter: number | null;
  readonly text: string | null;
}

const anyForecast: fc.Arbitrary<AnyForecast> = fc.record({
  person: fc.nat(3),
  // Few instants, so that several forecasts fall into one.
  hour: fc.nat(12),
  value: fc.oneof(fc.constantFrom(0, 1, 0.1 + 0.2), fc.double({ min: 0, max: 1, noNaN: true })),
  endsAfter: fc.option(fc.nat(5), { freq: 3 }),
  text: fc.option(prose, { freq: 2 }),
});

const VOIDS = ["ambiguous_reality", "flawed_question", "source_gone"] as const;

export const anyQuestion: fc.Arbitrary<AnyQuestion> = fc.record({
  type: fc.constantFrom(...TYPES),
  title: prose,
  days: fc.integer({ min: 1, max: 60 }),
  options: fc.integer({ min: 2, max: 5 }),
  isLog: fc.boolean(),
  openLower: fc.boolean(),
  openUpper: fc.boolean(),
  unit: fc.option(prose),
  revealDay: fc.option(fc.nat(60)),
  challengeWindowHours: fc.option(fc.double({ min: 0, max: 336, noNaN: true })),
  hasTopic: fc.boolean(),
  rules: fc.array(fc.constantFrom("none", "words", "rule"), { minLength: 1, maxLength: 3 }),
  clarifications: fc.uniqueArray(prose, { maxLength: 2 }),
  answers: fc.array(fc.record({ place: fc.nat(100), isVoid: fc.nat(3).map((n) => n === 0), note: fc.option(prose) }), {
    maxLength: 3,
  }),
  isPast: fc.boolean(),
  forecasts: fc.array(anyForecast, { maxLength: 10 }),
  market: fc.option(anyMarket, { freq: 2 }),
  weight: fc.option(fc.double({ min: 0.01, max: 10, noNaN: true }), { freq: 3 }),
});

/** When a question opens and closes: some close long after every test. */
export function spanOf({ days, isPast }: AnyQuestion) {
  return { opensAt: START, closesAt: isPast ? START + days * DAY_MS : Date.UTC(2900, 0, days) };
}

export function rangeOf(drawn: AnyQuestion) {
  const { type, isLog, openLower, openUpper, unit, days } = drawn;
  if (type !== "numeric" && type !== "date") return undefined;
  const ends = { openLower, openUpper };
  if (type === "date") return { min: iso(START), max: iso(START + days * DAY_MS), ...ends };
  const [min, max] = [0.1 + 0.2, days * 1.1 + 1];
  return { min, max, ...(isLog ? { zeroPoint: -0.7 } : {}), ...ends, ...(unit ? { unit } : {}) };
}

export const optionsOf = ({ type, options }: AnyQuestion) =>
  type === "multiple_choice" ? Array.from({ length: options }, (_, i) => `option “${i}”`) : [];

function ruleOf(drawn: AnyQuestion, version: number): Criteria {
  const { opensAt, closesAt } = spanOf(drawn);
  const window = { from: opensAt, until: Math.min(closesAt, Date.UTC(2150, 0, 1)), zone: "Asia/Muscat" };
  const frame = { window, minimumSourceGroups: 1 + version, settlementLagHours: 24 };
  const match = { types: ["CONSULT.visit"], actors: { all: ["XQA"] }, tags: [`version-${version}`] };
  const rule: Rule = {
    kind: "all",
    rules: [
      { kind: "occurs", match },
      { kind: "not", rule: { kind: "occurs", match } },
    ],
  };
  const options = optionsOf(drawn);
  if (drawn.type === "binary") return { ...frame, rule };
  if (drawn.type === "numeric") return { ...frame, measure: "count", match };
  if (drawn.type === "date") return { ...frame, first: match };
  return {
    ...frame,
    options: options.slice(1).map((optionId) => ({ optionId, rule })),
    otherwise: options[0] as string,
  };
}

function criteriaOf(drawn: AnyQuestion): NonNullable<QuestionText["criteria"]> {
  const { closesAt } = spanOf(drawn);
  const versions = drawn.rules.map((kind, i) => {
    const reason = i === 0 ? {} : { reason: `For the ${i}th time.` };
    const at = { createdAt: iso(START + i * 1000), ...reason };
    if (kind === "rule") {
      const rule = ruleOf(drawn, i);
      const labels = new Map(optionsOf(drawn).map((label) => [label, label]));
      // Some were written before the actor had its name.
      const sentence = criteriaSentence(rule, labels).replaceAll("XQA", i % 2 === 0 ? "XQA" : "Quarria");
      return { rule, sentence, finePrint: "", ...at };
    }
    return {
      rule: null,
      sentence: kind === "words" ? ` By words ${i}. ` : "Somebody decides.",
      finePrint: ` ${i} `,
      ...at,
    };
  });
  const latest = versions.pop() as (typeof versions)[number];
  const clarified = drawn.clarifications.map((text, i) => ({ text, writtenAt: iso(START + i) }));
  return {
    ...latest,
    background: ` ${drawn.title}\n`,
    deadlineAt: iso(closesAt),
    ...(versions.length > 0 ? { earlier: versions } : {}),
    ...(clarified.length > 0 ? { clarifications: clarified } : {}),
  };
}

function outcomeOf(drawn: AnyQuestion, place: number): ResolutionText["outcome"] {
  const { type, openLower, openUpper, days } = drawn;
  if (type === "binary") return place % 2 === 0;
  if (type === "multiple_choice") return optionsOf(drawn)[place % drawn.options] as string;
  if (place < 20 && openLower) return "below";
  if (place > 80 && openUpper) return "above";
  const share = place / 100;
  if (type === "date") return iso(START + Math.floor(days * DAY_MS * share));
  return 0.1 + 0.2 + (days * 1.1 + 1 - (0.1 + 0.2)) * share;
}

function answersOf(drawn: AnyQuestion, evidence: ResolutionText["evidence"]): ResolutionText | undefined {
  const answers = drawn.answers.map(({ place, isVoid, note }, i) => ({
    outcome: isVoid ? null : outcomeOf(drawn, place),
    knownAt: iso(START + (1 + place) * 3_600_000),
    effectiveAt: iso(START + place * 3_600_000),
    ...(isVoid ? { voidReason: VOIDS[place % VOIDS.length] as string } : {}),
    ...(note === null ? {} : { note }),
    decidedAt: iso(START + (10 + i) * DAY_MS),
    ...(place % 3 === 0 ? { criteriaVersion: 1 + (place % drawn.rules.length) } : {}),
    ...(evidence && place % 2 === 0 ? { evidence } : {}),
  }));
  const latest = answers.pop();
  return latest && { ...latest, ...(answers.length > 0 ? { earlier: answers } : {}) };
}

/** A question as an export has it. */
export function questionText(
  drawn: AnyQuestion,
  id: string,
  { topic, evidence }: { topic: string; evidence: ResolutionText["evidence"] },
): QuestionText {
  const { type, title, revealDay, challengeWindowHours } = drawn;
  const { opensAt, closesAt } = spanOf(drawn);
  const [options, range, resolution] = [optionsOf(drawn), rangeOf(drawn), answersOf(drawn, evidence)];
  return {
    id,
    type,
    title,
    opensAt: iso(opensAt),
    closesAt: iso(closesAt),
    ...(options.length > 0 ? { options } : {}),
    ...(range ? { range } : {}),
    ...(revealDay === null ? {} : { revealAt: iso(START + revealDay * DAY_MS) }),
    topic,
    ...(challengeWindowHours === null ? {} : { challengeWindowHours }),
    criteria: criteriaOf(drawn),
    ...(resolution ? { resolution } : {}),
  };
}
