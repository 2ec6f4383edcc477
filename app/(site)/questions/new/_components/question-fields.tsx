"use client";

import { Checkbox } from "#app/_components/checkbox.tsx";
import { Field } from "#app/_components/field.tsx";
import { FieldGroup } from "#app/_components/field-group.tsx";
import { TextArea } from "#app/_components/text-area.tsx";
import type { FormPart } from "#app/_criteria/form-part.ts";
import { TitleField, TopicField } from "#app/_criteria/question-fields-shared.tsx";

interface Props extends FormPart {
  readonly topics: readonly { readonly id: string; readonly title: string }[];
  /** A draft keeps its topic and its type. */
  readonly isNew: boolean;
}

const TYPES = [
  { value: "binary", label: "Yes or no", hint: "One rule decides: Yes once it is met, otherwise No." },
  {
    value: "multiple_choice",
    label: "One of several answers",
    hint: "Each answer has a rule; the first to be met wins, and one answer wins when none is.",
  },
  { value: "numeric", label: "A number", hint: "Read from the log when the window has ended: how many, how much." },
  { value: "date", label: "A date", hint: "When something happens first, or later than the window." },
] as const;

/** What is asked, about which story, with what kinds of answer. */
export function QuestionFields({ topics, isNew, ...part }: Props) {
  const { form, set, errors } = part;
  return (
    <div className="space-y-5">
      <TitleField
        {...part}
        hint="One sentence that a stranger understands, with its date: “Will an envoy round be held in Oman by 7 April 2026?”"
      />
      <TopicField
        {...part}
        topics={topics}
        none="Choose a topic"
        hint="Its log decides the question."
        required
        disabled={!isNew}
      />
      {isNew ? (
        <FieldGroup legend="Answers">
          {TYPES.map(({ value, label, hint }) => (
            <Checkbox
              key={value}
              type="radio"
              name="type"
              label={label}
              hint={hint}
              checked={form.type === value}
              onChange={() => set({ type: value })}
            />
          ))}
        </FieldGroup>
      ) : null}
      <Field
        label="Background"
        hint="What a reader should know. It decides nothing. Markdown."
        optional
        error={errors.background}
      >
        {(control) => (
          <TextArea
            {...control}
            maxLength={20_000}
            value={form.background}
            onChange={(event) => set({ background: event.target.value })}
          />
        )}
      </Field>
    </div>
  );
}
