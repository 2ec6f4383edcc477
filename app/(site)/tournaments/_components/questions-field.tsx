"use client";

import { Field } from "#app/_components/field.tsx";
import { TextArea } from "#app/_components/text-area.tsx";
import { countText } from "#core/text/count-text.ts";
import { questionAddresses } from "./question-addresses.ts";

interface Props {
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
}

/** Which questions, as links or addresses. */
export function QuestionsField({ value, error, onChange }: Props) {
  const count = questionAddresses(value).length;
  return (
    <Field
      label="Questions"
      hint={`Links to published questions, or the last part of their addresses, one a line; a number behind one is its weight in the sums (1 unless you say). Each must close before the tournament ends.${count === 0 ? "" : ` ${countText(count, "question")} so far.`}`}
      error={error}
    >
      {(control) => (
        <TextArea {...control} rows={6} required value={value} onChange={(event) => onChange(event.target.value)} />
      )}
    </Field>
  );
}
