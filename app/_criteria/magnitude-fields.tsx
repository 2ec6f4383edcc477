"use client";

import { FieldGroup } from "#app/_components/field-group.tsx";
import { TextInput } from "#app/_components/text-input.tsx";
import type { MatchForm } from "./rule-form.ts";

interface Props {
  readonly match: MatchForm;
  readonly onChange: (change: Partial<MatchForm>) => void;
}

/** How much: bounds, both inclusive, and their unit. */
export function MagnitudeFields({ match, onChange }: Props) {
  return (
    <FieldGroup legend="How much: from, to, unit">
      <div className="grid grid-cols-3 gap-2">
        <TextInput
          type="number"
          step="any"
          aria-label="At least"
          placeholder="from"
          value={match.min}
          onChange={(event) => onChange({ min: event.target.value })}
        />
        <TextInput
          type="number"
          step="any"
          aria-label="At most"
          placeholder="to"
          value={match.max}
          onChange={(event) => onChange({ max: event.target.value })}
        />
        <TextInput
          aria-label="Unit"
          placeholder="people"
          value={match.unit}
          onChange={(event) => onChange({ unit: event.target.value })}
        />
      </div>
    </FieldGroup>
  );
}
