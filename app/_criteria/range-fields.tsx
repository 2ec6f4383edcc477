"use client";

import { Checkbox } from "#app/_components/checkbox.tsx";
import { Field } from "#app/_components/field.tsx";
import { TextInput } from "#app/_components/text-input.tsx";
import type { RangeForm } from "./draft-form-state.ts";
import type { FormPart } from "./form-part.ts";

/** The values that people spread their forecasts over. */
export function RangeFields({ form, set, errors }: FormPart) {
  const number = (name: "rangeMin" | "rangeMax" | "zeroPoint", label: string, hint: string, optional = false) => (
    <Field label={label} hint={hint} optional={optional} error={errors[name]}>
      {(control) => (
        <TextInput
          {...control}
          type="number"
          step="any"
          required={!optional}
          value={form[name]}
          onChange={(event) => set({ [name]: event.target.value } as Partial<RangeForm>)}
        />
      )}
    </Field>
  );
  return (
    <div className="grid gap-5 sm:grid-cols-2 sm:items-end">
      {number("rangeMin", "Lowest value expected", "Where the scale begins.")}
      {number("rangeMax", "Highest value expected", "Where the scale ends.")}
      <Field label="Unit" hint="What is counted: events, people, barrels a day." error={errors.unit}>
        {(control) => (
          <TextInput
            {...control}
            maxLength={60}
            value={form.unit}
            onChange={(event) => set({ unit: event.target.value })}
          />
        )}
      </Field>
      {number(
        "zeroPoint",
        "Zero point",
        "Makes the scale logarithmic: a value below the lowest, for numbers that may grow tenfold. Empty: linear.",
        true,
      )}
      <div className="sm:col-span-2">
        <Checkbox
          label="It may come out below the lowest value"
          checked={form.openLower}
          onChange={(event) => set({ openLower: event.target.checked })}
        />
        <Checkbox
          label="It may come out above the highest value"
          checked={form.openUpper}
          onChange={(event) => set({ openUpper: event.target.checked })}
        />
      </div>
    </div>
  );
}
