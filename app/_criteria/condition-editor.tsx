"use client";

import { useId } from "react";
import { Select } from "#app/_components/select.tsx";
import { TextInput } from "#app/_components/text-input.tsx";
import { MatchFields } from "./match-fields.tsx";
import type { ConditionForm, Frequency } from "./rule-form.ts";

const FREQUENCIES: readonly { value: Frequency; label: string }[] = [
  { value: "once", label: "happens at least once" },
  { value: "times", label: "happens at least … times" },
  { value: "never", label: "does not happen" },
  { value: "fewer", label: "happens fewer than … times" },
];

interface Props {
  readonly condition: ConditionForm;
  readonly onChange: (condition: ConditionForm) => void;
}

/** Which events count, and how often they are to happen. */
export function ConditionEditor({ condition, onChange }: Props) {
  const id = useId();
  const { match, frequency } = condition;
  const isCounted = frequency === "times" || frequency === "fewer";
  return (
    <div className="space-y-4">
      <div className="flex flex-wrap items-center gap-2">
        <label htmlFor={id} className="text-sm font-medium">
          An event like this
        </label>
        <Select
          id={id}
          className="w-auto"
          value={frequency}
          onChange={(event) => onChange({ ...condition, frequency: event.target.value as Frequency })}
        >
          {FREQUENCIES.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
        {isCounted ? (
          <TextInput
            type="number"
            required
            min={1}
            max={1000}
            aria-label="How many times"
            className="w-20"
            value={condition.times}
            onChange={(event) => onChange({ ...condition, times: event.target.value })}
          />
        ) : null}
      </div>
      <MatchFields match={match} onChange={(changed) => onChange({ ...condition, match: changed })} />
    </div>
  );
}
