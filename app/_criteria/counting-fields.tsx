"use client";

import { Field } from "#app/_components/field.tsx";
import { Select } from "#app/_components/select.tsx";
import { TextArea } from "#app/_components/text-area.tsx";
import { TextInput } from "#app/_components/text-input.tsx";
import type { DraftForm } from "./draft-form-state.ts";
import type { FormPart } from "./form-part.ts";

const TIERS = [
  { value: "", label: "Any" },
  { value: "press", label: "Press or better" },
  { value: "agency", label: "News agency or better" },
  { value: "primary", label: "Primary only: those who took part, official documents" },
] as const;

/** When an event is well enough reported to count, how long reports are awaited, and the fine print. */
export function CountingFields({ form, set, errors }: FormPart) {
  return (
    <div className="grid gap-5 sm:grid-cols-2 sm:items-end">
      <Field
        label="Independent sources needed"
        hint="Copies of one wire story are one source."
        error={errors.minimumSourceGroups}
      >
        {(control) => (
          <TextInput
            {...control}
            type="number"
            required
            min={1}
            max={10}
            value={form.minimumSourceGroups}
            onChange={(event) => set({ minimumSourceGroups: event.target.value })}
          />
        )}
      </Field>
      <Field label="Kind of source needed" error={errors.minimumTier}>
        {(control) => (
          <Select
            {...control}
            value={form.minimumTier}
            onChange={(event) => set({ minimumTier: event.target.value as DraftForm["minimumTier"] })}
          >
            {TIERS.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field
        label="Hours to wait for late reports"
        hint="After the deadline, before absence may decide."
        error={errors.settlementLagHours}
      >
        {(control) => (
          <TextInput
            {...control}
            type="number"
            required
            min={0}
            max={2160}
            step="any"
            value={form.settlementLagHours}
            onChange={(event) => set({ settlementLagHours: event.target.value })}
          />
        )}
      </Field>
      <div className="sm:col-span-2">
        <Field
          label="Fine print"
          hint="What moderators need to know when they log events for this rule. Markdown."
          optional
          error={errors.finePrint}
        >
          {(control) => (
            <TextArea
              {...control}
              maxLength={10_000}
              value={form.finePrint}
              onChange={(event) => set({ finePrint: event.target.value })}
            />
          )}
        </Field>
      </div>
    </div>
  );
}
