import type { Measure } from "#core/criteria/criteria.ts";
import type { CriteriaKind } from "#core/criteria/criteria-matches.ts";
import type { SourceTier } from "#core/event/event.ts";
import { localText } from "#core/time/local-text.ts";
import { DAY_MS } from "#core/time/time-window.ts";
import { emptyCondition, emptyMatch, type GroupForm, groupOf, type MatchForm } from "./rule-form.ts";

export interface OptionForm {
  readonly key: string;
  readonly label: string;
  readonly rule: GroupForm;
}

/** The range of a question that asks for a number, as it is typed. */
export interface RangeForm {
  readonly rangeMin: string;
  readonly rangeMax: string;
  readonly unit: string;
  readonly openLower: boolean;
  readonly openUpper: boolean;
  /** Empty: the scale is linear. */
  readonly zeroPoint: string;
}

/** Everything the form holds, as it is typed. Dates are local to the zone that is chosen. */
export interface DraftForm extends RangeForm {
  readonly topicId: string;
  readonly type: CriteriaKind;
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
  readonly measure: Measure;
  /** What is measured, or what happens first. */
  readonly match: MatchForm;
  readonly reason: string;
}

export type DraftField = keyof DraftForm;

let lastKey = 0;
export function emptyOption(label = ""): OptionForm {
  return { key: `option-${++lastKey}`, label, rule: groupOf([emptyCondition()]) };
}

const NO_RANGE: RangeForm = {
  rangeMin: "0",
  rangeMax: "",
  unit: "",
  openLower: false,
  openUpper: true,
  zeroPoint: "",
};

/** A new question: a window of sixty days from the next midnight in UTC, open until it ends. */
export function newForm(topicId: string, now: number): DraftForm {
  const from = Math.ceil(now / DAY_MS) * DAY_MS;
  const until = from + 60 * DAY_MS;
  const options = [emptyOption(), emptyOption(), emptyOption("Other")];
  return {
    ...NO_RANGE,
    topicId,
    type: "binary",
    title: "",
    background: "",
    finePrint: "",
    zone: "UTC",
    opensAt: localText(Math.floor(now / 1000) * 1000, "UTC", "second"),
    closesAt: localText(until, "UTC", "second"),
    windowFrom: localText(from, "UTC", "second"),
    windowUntil: localText(until, "UTC", "second"),
    revealAt: "",
    minimumSourceGroups: "2",
    minimumTier: "",
    settlementLagHours: "72",
    rule: groupOf([emptyCondition()]),
    options,
    otherwise: options[2]?.key ?? "",
    measure: "count",
    match: emptyMatch(),
    reason: "",
  };
}
