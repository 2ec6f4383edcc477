"use client";

import { Field } from "#app/_components/field.tsx";
import { FieldGroup } from "#app/_components/field-group.tsx";
import { Select } from "#app/_components/select.tsx";
import { TextInput } from "#app/_components/text-input.tsx";
import type { EventPrecision } from "#core/event/event.ts";
import { type PartProps, typedInto } from "./field-props.ts";
import { PartTitle } from "./part-title.tsx";
import { ZoneInput } from "./zone-input.tsx";

const CONTROLS = { instant: "datetime-local", day: "date", month: "month" } as const;

/** A date and time, a date or a month, whichever of them is known: the rest of what was typed stays. */
function refit(text: string, precision: EventPrecision): string {
  if (text === "" || precision === "month") return text.slice(0, 7);
  const day = text.length === 7 ? `${text}-01` : text.slice(0, 10);
  return precision === "day" ? day : `${day}${text.slice(10) || "T00:00"}`;
}

/** When it happened, how closely that is known, and by whose clocks. */
export function WhenPart({ draft, change, errors }: PartProps) {
  function choosePrecision(precision: EventPrecision) {
    change({ precision, from: refit(draft.from, precision), until: refit(draft.until, precision) });
  }
  return (
    <FieldGroup legend={<PartTitle>When it happened</PartTitle>}>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="How exactly the time is known">
          {(control) => (
            <Select
              {...control}
              value={draft.precision}
              onChange={(event) => choosePrecision(event.target.value as EventPrecision)}
            >
              <option value="instant">To the minute</option>
              <option value="day">To the day</option>
              <option value="month">To the month</option>
            </Select>
          )}
        </Field>
        <ZoneInput zone={draft.zone} onChange={(zone) => change({ zone })} error={errors.zone} />
        <Field label={draft.precision === "instant" ? "At" : "On"} error={errors.occurredFrom}>
          {(control) => (
            <TextInput
              {...control}
              type={CONTROLS[draft.precision]}
              required
              value={draft.from}
              onChange={typedInto(change, "from")}
            />
          )}
        </Field>
        <Field label="Lasted until" optional error={errors.occurredUntil}>
          {(control) => (
            <TextInput
              {...control}
              type={CONTROLS[draft.precision]}
              min={draft.from}
              value={draft.until}
              onChange={typedInto(change, "until")}
            />
          )}
        </Field>
      </div>
    </FieldGroup>
  );
}
