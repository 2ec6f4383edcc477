import type { DraftView } from "#app/_questions/question-view.ts";
import type { Criteria } from "#core/criteria/criteria.ts";
import type { SourceTier } from "#core/event/event.ts";
import { DAY_MS } from "#core/time/time-window.ts";
import { wallClock } from "#core/time/wall-clock.ts";
import { zonedInstant } from "#core/time/zoned-instant.ts";
import { emptyCondition, formOf, type GroupForm, groupOf, ruleOf } from "./rule-form.ts";

export interface OptionForm {
  readonly key: string;
  readonly label: string;
  readonly rule: GroupForm;
}

/** Everything the form holds, as it is typed. Dates are local to the zone that is chosen. */
export interface DraftForm {
  readonly topicId: string;
  readonly type: "binary" | "multiple_choice";
  readonly title: string;
  readonly background: string;
  readonly finePrint: string;
  readonly zone: string;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly windowFrom: string;
  readonly windowUntil: string;
  /** Empty: the crowd is shown from the start. */
  readonly revealAt: string;
  readonly minimumSourceGroups: string;
  /** Empty: any tier. */
  readonly minimumTier: SourceTier | "";
  readonly settlementLagHours: string;
  readonly rule: GroupForm;
  readonly options: readonly OptionForm[];
  /** The key of the option that wins when no other does. */
  readonly otherwise: string;
  readonly reason: string;
}

export type DraftField = keyof DraftForm;

/** An instant as a local date and time of a zone, as the browser's own control takes it. */
export function localText(at: number, zone: string): string {
  const { year, month, day, hour, minute, second } = wallClock(at, zone);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}`;
}

let lastKey = 0;
export function emptyOption(label = ""): OptionForm {
  return { key: `option-${++lastKey}`, label, rule: groupOf([emptyCondition()]) };
}

/** A new question: a window of sixty days from the next midnight in UTC, open until it ends. */
export function newForm(topicId: string, now: number): DraftForm {
  const from = Math.ceil(now / DAY_MS) * DAY_MS;
  const until = from + 60 * DAY_MS;
  const options = [emptyOption(), emptyOption(), emptyOption("Other")];
  return {
    topicId,
    type: "binary",
    title: "",
    background: "",
    finePrint: "",
    zone: "UTC",
    opensAt: localText(Math.floor(now / 1000) * 1000, "UTC"),
    closesAt: localText(until, "UTC"),
    windowFrom: localText(from, "UTC"),
    windowUntil: localText(until, "UTC"),
    revealAt: "",
    minimumSourceGroups: "2",
    minimumTier: "",
    settlementLagHours: "72",
    rule: groupOf([emptyCondition()]),
    options,
    otherwise: options[2]?.key ?? "",
    reason: "",
  };
}

/** A draft that is taken up again. */
export function formOfDraft(draft: DraftView, now: number): DraftForm {
  const blank = newForm(draft.topicId ?? "", now);
  const { criteria } = draft;
  if (!criteria) return blank;
  const { window } = criteria;
  const local = (at: Date | number) => localText(Number(at), window.zone);
  const rules = new Map("options" in criteria ? criteria.options.map(({ optionId, rule }) => [optionId, rule]) : []);
  const options = draft.options.map((label) => {
    const rule = rules.get(label);
    return { ...emptyOption(label), ...(rule ? { rule: formOf(rule) } : {}) };
  });
  const otherwise = "options" in criteria ? options.find(({ label }) => label === criteria.otherwise) : undefined;
  return {
    ...blank,
    type: draft.type === "multiple_choice" ? "multiple_choice" : "binary",
    title: draft.title,
    background: draft.background,
    finePrint: draft.finePrint,
    zone: window.zone,
    opensAt: local(draft.opensAt),
    closesAt: local(draft.closesAt),
    windowFrom: local(window.from),
    windowUntil: local(window.until),
    revealAt: draft.revealAt ? local(draft.revealAt) : "",
    minimumSourceGroups: String(criteria.minimumSourceGroups),
    minimumTier: criteria.minimumTier ?? "",
    settlementLagHours: String(criteria.settlementLagHours),
    rule: "rule" in criteria ? formOf(criteria.rule) : blank.rule,
    options: options.length > 0 ? options : blank.options,
    otherwise: otherwise?.key ?? blank.otherwise,
  };
}

/** The criteria that the form states; options go by their labels. Throws when a date cannot be read. */
export function criteriaOf(form: DraftForm): Criteria {
  const frame = {
    window: {
      from: zonedInstant(form.windowFrom, form.zone),
      until: zonedInstant(form.windowUntil, form.zone),
      zone: form.zone,
    },
    minimumSourceGroups: Number(form.minimumSourceGroups),
    ...(form.minimumTier === "" ? {} : { minimumTier: form.minimumTier }),
    settlementLagHours: Number(form.settlementLagHours),
  };
  if (form.type === "binary") return { ...frame, rule: ruleOf(form.rule) };
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
  return {
    title: form.title,
    background: form.background,
    finePrint: form.finePrint,
    opensAt: at(form.opensAt),
    closesAt: at(form.closesAt),
    revealAt: form.revealAt === "" ? null : at(form.revealAt),
    options: labelsOf(form),
    criteria: criteriaOf(form),
  };
}

export function labelsOf(form: DraftForm): string[] {
  return form.type === "binary" ? [] : form.options.map(({ label }) => label.trim());
}
