"use client";

import { Field } from "#app/_components/field.tsx";
import { Select } from "#app/_components/select.tsx";
import type { Measure } from "#core/criteria/criteria.ts";
import type { FormPart } from "./form-part.ts";
import { MatchFields } from "./match-fields.tsx";

const MEASURES: readonly { value: Measure; label: string }[] = [
  { value: "count", label: "How many there are" },
  { value: "sum", label: "Their magnitudes, added up" },
  { value: "max", label: "The greatest magnitude" },
  { value: "min", label: "The least magnitude" },
  { value: "last", label: "The magnitude of the last of them" },
];

/** What is measured over the window, and of which events. */
export function MeasureFields({ form, set }: FormPart) {
  return (
    <div className="space-y-4">
      <Field
        label="What is read when the window has ended"
        hint="All but the number of events read the magnitude that each event is logged with, in one unit."
      >
        {(control) => (
          <Select
            {...control}
            value={form.measure}
            onChange={(event) => set({ measure: event.target.value as Measure })}
          >
            {MEASURES.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <div className="space-y-4 rounded-md border border-hairline bg-raised p-3 sm:p-4">
        <h3 className="text-sm font-semibold">Events like this</h3>
        <MatchFields match={form.match} onChange={(match) => set({ match })} />
      </div>
    </div>
  );
}

/** The event whose first occurrence is the answer. */
export function FirstEventFields({ form, set }: FormPart) {
  return (
    <div className="space-y-4 rounded-md border border-hairline bg-raised p-3 sm:p-4">
      <h3 className="text-sm font-semibold">The first event like this</h3>
      <MatchFields match={form.match} onChange={(match) => set({ match })} />
      <p className="text-sm text-soft">
        The answer is the instant when it happened; when it does not happen in the window, “later”.
      </p>
    </div>
  );
}
