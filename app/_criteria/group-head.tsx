"use client";

import { useId } from "react";
import { Checkbox } from "#app/_components/checkbox.tsx";
import { Select } from "#app/_components/select.tsx";
import { TextInput } from "#app/_components/text-input.tsx";
import type { GroupForm } from "./rule-form.ts";

interface Props {
  readonly group: GroupForm;
  readonly onChange: (group: GroupForm) => void;
}

/** How the parts of a group belong together. */
export function GroupHead({ group, onChange }: Props) {
  const id = useId();
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <div className="flex flex-wrap items-center gap-2">
        <label htmlFor={id} className="text-sm font-medium">
          Met when
        </label>
        <Select
          id={id}
          className="w-auto"
          value={group.how}
          onChange={(event) => onChange({ ...group, how: event.target.value as GroupForm["how"] })}
        >
          <option value="all">all of these are met</option>
          <option value="any">at least one of these is met</option>
          <option value="sequence">these are met in this order</option>
        </Select>
      </div>
      {group.how === "sequence" ? (
        <div className="flex items-center gap-2 text-sm">
          within
          <TextInput
            type="number"
            aria-label="Within so many days"
            min={0.01}
            step="any"
            className="w-24"
            placeholder="any"
            value={group.withinDays}
            onChange={(event) => onChange({ ...group, withinDays: event.target.value })}
          />
          days
        </div>
      ) : null}
      <Checkbox
        label="The opposite counts"
        checked={group.isNegated}
        onChange={(event) => onChange({ ...group, isNegated: event.target.checked })}
      />
    </div>
  );
}
