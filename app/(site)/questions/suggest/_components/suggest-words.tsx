"use client";

import { Field } from "#app/_components/field.tsx";
import { TextArea } from "#app/_components/text-area.tsx";
import type { FormPart } from "#app/_criteria/form-part.ts";
import { TitleField, TopicField } from "#app/_criteria/question-fields-shared.tsx";

interface Props extends FormPart {
  readonly topics: readonly { readonly id: string; readonly title: string }[];
  /** With a rule from the builder, words on what would decide it may be left out. */
  readonly isRuleGiven: boolean;
  /** What the server refused, by its own names of the fields. */
  readonly refused: Readonly<Record<string, string>>;
}

/** The question in words. */
export function SuggestWords({ topics, isRuleGiven, refused, ...part }: Props) {
  const { form, set } = part;
  return (
    <div className="max-w-column space-y-5">
      <TitleField {...part} hint="One sentence that a stranger understands, with its date." />
      <TopicField {...part} topics={topics} none="None of these yet" />
      <Field label="Why it is worth asking" error={refused.why}>
        {(control) => (
          <TextArea
            {...control}
            required
            rows={3}
            maxLength={4000}
            value={form.background}
            onChange={(event) => set({ background: event.target.value })}
          />
        )}
      </Field>
      <Field
        label="What would decide it"
        hint="In your own words: which event, where, by when, reported by whom."
        optional={isRuleGiven}
        error={refused.roughCriteria}
      >
        {(control) => (
          <TextArea
            {...control}
            required={!isRuleGiven}
            rows={3}
            maxLength={4000}
            value={form.finePrint}
            onChange={(event) => set({ finePrint: event.target.value })}
          />
        )}
      </Field>
    </div>
  );
}
