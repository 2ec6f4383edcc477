import type { DraftField, DraftForm } from "./draft-form-state.ts";

/** What every part of the form is given: all that is typed, the way to change it, and what was refused. */
export interface FormPart {
  readonly form: DraftForm;
  readonly set: (change: Partial<DraftForm>) => void;
  readonly errors: Partial<Record<DraftField | "criteria", string>>;
}

/** Where the names of the server's fields differ from the form's. */
const FORM_FIELDS: Readonly<Record<string, DraftField>> = {
  "criteria.window.from": "windowFrom",
  "criteria.window.until": "windowUntil",
  "criteria.window.zone": "zone",
  "criteria.minimumSourceGroups": "minimumSourceGroups",
  "criteria.settlementLagHours": "settlementLagHours",
  range: "rangeMax",
  "range.min": "rangeMin",
  "range.max": "rangeMax",
  "range.zeroPoint": "zeroPoint",
  "range.unit": "unit",
};

/** The server's refusals by the field of the form they belong to. Every one has a place. */
export function errorsOf(fields: Readonly<Record<string, string>>): FormPart["errors"] {
  const errors: Record<string, string> = {};
  for (const [path, message] of Object.entries(fields)) {
    const [first = "criteria"] = path.split(".");
    errors[FORM_FIELDS[path] ?? first] ??= message;
  }
  return errors;
}
