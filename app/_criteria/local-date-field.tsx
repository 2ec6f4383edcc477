"use client";

import type { ReactNode } from "react";
import { Field } from "#app/_components/field.tsx";
import { TextInput } from "#app/_components/text-input.tsx";

interface Props {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
  readonly optional?: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A date and time to the second, local to the zone that the form names. */
export function LocalDateField({ value, onChange, ...field }: Props) {
  return (
    <Field {...field}>
      {(control) => (
        <TextInput
          {...control}
          type="datetime-local"
          step={1}
          required={!field.optional}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
