import type { DraftView } from "#app/_questions/question-view.ts";
import type { Criteria } from "#core/criteria/criteria.ts";
import { criteriaKind } from "#core/criteria/criteria-matches.ts";
import { localText } from "#core/time/local-text.ts";
import { type DraftForm, emptyOption, newForm, type RangeForm } from "./draft-form-state.ts";
import { formOf, matchFormOf } from "./rule-form.ts";

/** A draft that is taken up again. */
export function formOfDraft(draft: DraftView, now: number): DraftForm {
  const blank = newForm(draft.topicId ?? "", now);
  const { criteria } = draft;
  const words = { title: draft.title, background: draft.background, finePrint: draft.finePrint };
  if (!criteria) return { ...blank, ...words };
  const local = (at: Date) => localText(at.getTime(), criteria.window.zone, "second");
  return {
    ...blank,
    ...criteriaForm(blank, criteria, draft.options),
    ...words,
    ...rangeForm(draft.range),
    opensAt: local(draft.opensAt),
    closesAt: local(draft.closesAt),
    revealAt: draft.revealAt ? local(draft.revealAt) : "",
  };
}

/**
 * A form with criteria in it: window, what counts, and the rule of each answer. Options go by their labels; without a
 * list of them, those that the criteria name.
 */
export function criteriaForm(
  blank: DraftForm,
  criteria: Criteria,
  labels: readonly string[] = labelsIn(criteria),
): DraftForm {
  const { window } = criteria;
  const rules = new Map("options" in criteria ? criteria.options.map(({ optionId, rule }) => [optionId, rule]) : []);
  const options = labels.map((label) => {
    const rule = rules.get(label);
    return { ...emptyOption(label), ...(rule ? { rule: formOf(rule) } : {}) };
  });
  const otherwise = "options" in criteria ? options.find(({ label }) => label === criteria.otherwise) : undefined;
  const until = localText(window.until, window.zone, "second");
  return {
    ...blank,
    type: criteriaKind(criteria),
    zone: window.zone,
    opensAt: localText(Math.min(window.from, window.until - 1000), window.zone, "second"),
    closesAt: until,
    windowFrom: localText(window.from, window.zone, "second"),
    windowUntil: until,
    minimumSourceGroups: String(criteria.minimumSourceGroups),
    minimumTier: criteria.minimumTier ?? "",
    settlementLagHours: String(criteria.settlementLagHours),
    rule: "rule" in criteria ? formOf(criteria.rule) : blank.rule,
    options: options.length > 0 ? options : blank.options,
    otherwise: otherwise?.key ?? blank.otherwise,
    measure: "measure" in criteria ? criteria.measure : blank.measure,
    match:
      "measure" in criteria
        ? matchFormOf(criteria.match)
        : "first" in criteria
          ? matchFormOf(criteria.first)
          : blank.match,
  };
}

function labelsIn(criteria: Criteria): string[] {
  if (!("options" in criteria)) return [];
  return [...new Set([...criteria.options.map(({ optionId }) => optionId), criteria.otherwise])];
}

function rangeForm(range: DraftView["range"]): Partial<RangeForm> {
  if (!range) return {};
  return {
    rangeMin: String(range.min),
    rangeMax: String(range.max),
    unit: range.unit,
    openLower: range.openLower,
    openUpper: range.openUpper,
    zeroPoint: range.zeroPoint === null ? "" : String(range.zeroPoint),
  };
}
