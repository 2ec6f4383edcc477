"use client";

import type { ReactNode } from "react";
import { Field } from "#app/_components/field.tsx";
import { Select } from "#app/_components/select.tsx";
import { TextInput } from "#app/_components/text-input.tsx";
import type { FormPart } from "./form-part.ts";

/** What is asked, in one sentence. */
export function TitleField({ form, set, errors, hint }: FormPart & { readonly hint: ReactNode }) {
  return (
    <Field label="Question" hint={hint} error={errors.title}>
      {(control) => (
        <TextInput
          {...control}
          required
          minLength={10}
          maxLength={200}
          value={form.title}
          onChange={(event) => set({ title: event.target.value })}
        />
      )}
    </Field>
  );
}

interface TopicFieldProps extends FormPart {
  readonly topics: readonly { readonly id: string; readonly title: string }[];
  /** What is chosen while no topic is. */
  readonly none: string;
  readonly hint?: ReactNode;
  readonly required?: boolean;
  readonly disabled?: boolean;
}

/** The story that the question is part of. */
export function TopicField({ form, set, errors, topics, none, hint, required, disabled }: TopicFieldProps) {
  return (
    <Field label="Topic" hint={hint} error={errors.topicId}>
      {(control) => (
        <Select
          {...control}
          required={required}
          disabled={disabled}
          value={form.topicId}
          onChange={(event) => set({ topicId: event.target.value })}
        >
          <option value="">{none}</option>
          {topics.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
