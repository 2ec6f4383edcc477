"use client";

import type { FormPart } from "./form-part.ts";
import { FirstEventFields, MeasureFields } from "./measure-fields.tsx";
import { OptionsEditor } from "./options-editor.tsx";
import { RuleEditor } from "./rule-editor.tsx";

/** What the part of the form that holds the rule is called, by the kind of answers. */
export const RULE_TITLES = {
  binary: "Yes, when",
  multiple_choice: "The answers",
  numeric: "The number",
  date: "The date",
} as const;

/** The rule, as the kind of answers needs it: one rule, one for each answer, a measure, or a first event. */
export function RulePartFields(part: FormPart) {
  switch (part.form.type) {
    case "binary":
      return <RuleEditor group={part.form.rule} onChange={(rule) => part.set({ rule })} />;
    case "multiple_choice":
      return <OptionsEditor {...part} />;
    case "numeric":
      return <MeasureFields {...part} />;
    case "date":
      return <FirstEventFields {...part} />;
  }
}
