import type { Criteria } from "#core/criteria/criteria.ts";
import { zonedInstant } from "#core/time/zoned-instant.ts";
import type { DraftForm } from "./draft-form-state.ts";
import { matchOf, numberOf, ruleOf, statedOf } from "./rule-form.ts";

/** The criteria that the form states; options go by their labels. Throws when a date or a number cannot be read. */
export function criteriaOf(form: DraftForm): Criteria {
  const frame = {
    window: {
      from: zonedInstant(form.windowFrom, form.zone),
      until: zonedInstant(form.windowUntil, form.zone),
      zone: form.zone,
    },
    minimumSourceGroups: statedOf(form.minimumSourceGroups, "Give how many independent sources are needed."),
    ...(form.minimumTier === "" ? {} : { minimumTier: form.minimumTier }),
    settlementLagHours: statedOf(form.settlementLagHours, "Give how many hours late reports are waited for."),
  };
  if (form.type === "binary") return { ...frame, rule: ruleOf(form.rule) };
  if (form.type === "numeric") return { ...frame, measure: form.measure, match: matchOf(form.match) };
  if (form.type === "date") return { ...frame, first: matchOf(form.match) };
  const ruled = form.options.filter(({ key }) => key !== form.otherwise);
  return {
    ...frame,
    options: ruled.map(({ label, rule }) => ({ optionId: label.trim(), rule: ruleOf(rule) })),
    otherwise: form.options.find(({ key }) => key === form.otherwise)?.label.trim() ?? "",
  };
}

/** What is sent: the draft without what only a new one states. */
export function draftOf(form: DraftForm) {
  const at = (local: string) => new Date(zonedInstant(local, form.zone));
  const criteria = criteriaOf(form);
  return {
    title: form.title,
    background: form.background,
    finePrint: form.finePrint,
    opensAt: at(form.opensAt),
    closesAt: at(form.closesAt),
    revealAt: form.revealAt === "" ? null : at(form.revealAt),
    options: labelsOf(form),
    range: rangeOf(form, criteria),
    criteria,
  };
}

export function labelsOf(form: DraftForm): string[] {
  return form.type === "multiple_choice" ? form.options.map(({ label }) => label.trim()) : [];
}

/** Where the answer is expected. A date lies in the window, or after it when nothing happens. */
function rangeOf(form: DraftForm, { window }: Criteria) {
  if (form.type === "date") {
    return { min: window.from, max: window.until, zeroPoint: null, openLower: false, openUpper: true, unit: "" };
  }
  if (form.type !== "numeric") return null;
  return {
    min: statedOf(form.rangeMin, "Give the lowest value that is expected."),
    max: statedOf(form.rangeMax, "Give the highest value that is expected."),
    zeroPoint: numberOf(form.zeroPoint) ?? null,
    openLower: form.openLower,
    openUpper: form.openUpper,
    unit: form.unit.trim(),
  };
}
