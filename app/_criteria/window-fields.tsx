"use client";

import { Field } from "#app/_components/field.tsx";
import { Select } from "#app/_components/select.tsx";
import type { FormPart } from "./form-part.ts";
import { LocalDateField } from "./local-date-field.tsx";

interface Props extends FormPart {
  readonly zones: readonly string[];
  /**
   * Everything; the window alone, for a suggestion; or its beginning, for a question that is public and keeps its
   * deadline and its hours.
   */
  readonly shows?: "all" | "window" | "beginning";
}

/** When events count, and when forecasts are taken: all in one zone, which the rule states in words. */
export function WindowFields({ form, set, errors, zones, shows = "all" }: Props) {
  return (
    <div className="grid gap-5 sm:grid-cols-2 sm:items-end">
      <div className="sm:col-span-2">
        <Field label="Time zone" hint="All times here are in this time zone." error={errors.zone}>
          {(control) => (
            <Select
              {...control}
              disabled={shows === "beginning"}
              value={form.zone}
              onChange={(event) => set({ zone: event.target.value })}
            >
              {zones.map((zone) => (
                <option key={zone} value={zone}>
                  {zone.replaceAll("_", " ")}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <LocalDateField
        label="Events count from"
        hint="What happened before does not count."
        value={form.windowFrom}
        error={errors.windowFrom}
        onChange={(windowFrom) => set({ windowFrom })}
      />
      {shows === "beginning" ? null : <DeadlineField {...{ form, set, errors }} />}
      {shows === "all" ? <HoursFields {...{ form, set, errors }} /> : null}
    </div>
  );
}

function DeadlineField({ form, set, errors }: FormPart) {
  return (
    <LocalDateField
      label="Events count until"
      hint="The deadline: this instant itself no longer counts."
      value={form.windowUntil}
      error={errors.windowUntil}
      onChange={(windowUntil) =>
        set({ windowUntil, ...(form.closesAt === form.windowUntil ? { closesAt: windowUntil } : {}) })
      }
    />
  );
}

/** When forecasts are taken, and when the crowd is shown. */
function HoursFields({ form, set, errors }: FormPart) {
  return (
    <>
      <LocalDateField
        label="Forecasts open"
        hint="Or at publication, if that comes later."
        value={form.opensAt}
        error={errors.opensAt}
        onChange={(opensAt) => set({ opensAt })}
      />
      <LocalDateField
        label="Forecasts close"
        hint="At the deadline or before."
        value={form.closesAt}
        error={errors.closesAt}
        onChange={(closesAt) => set({ closesAt })}
      />
      <LocalDateField
        label="Show the crowd from"
        hint="Hidden until then, so that the first forecasts are independent. Empty: shown at once."
        optional
        value={form.revealAt}
        error={errors.revealAt}
        onChange={(revealAt) => set({ revealAt })}
      />
    </>
  );
}
