"use client";

import { Field } from "#app/_components/field.tsx";
import { Section } from "#app/_components/section.tsx";
import { Select } from "#app/_components/select.tsx";
import { DryRunPanel } from "#app/_criteria/dry-run-panel.tsx";
import { FindingsAt } from "#app/_criteria/findings-at.tsx";
import type { FormPart } from "#app/_criteria/form-part.ts";
import { RULE_TITLES, RulePartFields } from "#app/_criteria/rule-part.tsx";
import { useDryRun } from "#app/_criteria/use-dry-run.ts";
import { WindowFields } from "#app/_criteria/window-fields.tsx";
import type { CriteriaKind } from "#core/criteria/criteria-matches.ts";

const KINDS: readonly { value: CriteriaKind; label: string }[] = [
  { value: "binary", label: "Yes or no" },
  { value: "multiple_choice", label: "One of several answers" },
  { value: "numeric", label: "A number" },
  { value: "date", label: "A date" },
];

/** The rule of a suggestion, in the moderators' own builder, tried on the topic's log. */
export function SuggestRule({ zones, ...part }: FormPart & { readonly zones: readonly string[] }) {
  const { form, set } = part;
  const dryRun = useDryRun(form);
  return (
    <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,40rem)_minmax(0,1fr)]">
      <div className="min-w-0">
        <Section title={RULE_TITLES[form.type]} id="part-rule">
          <div className="space-y-4">
            <Field label="Answers">
              {(control) => (
                <Select
                  {...control}
                  value={form.type}
                  onChange={(event) => set({ type: event.target.value as CriteriaKind })}
                >
                  {KINDS.map(({ value, label }) => (
                    <option key={value} value={value}>
                      {label}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
            <RulePartFields {...part} />
          </div>
          <FindingsAt run={dryRun.run} place="rule" />
        </Section>
        <Section title="The dates" id="part-dates">
          <WindowFields {...part} zones={zones} shows="window" />
          <FindingsAt run={dryRun.run} place="dates" />
        </Section>
      </div>
      <div className="min-w-0">
        <DryRunPanel form={form} {...dryRun} />
      </div>
    </div>
  );
}
