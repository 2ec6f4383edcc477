"use client";

import { Field } from "#app/_components/field.tsx";
import { Select } from "#app/_components/select.tsx";
import { TextInput } from "#app/_components/text-input.tsx";
import { TypeOptions } from "#app/_events/type-options.tsx";
import { eventTypeOf } from "#core/event/event-types.ts";
import { type PartProps, typedInto } from "./field-props.ts";

interface BasicsPartProps extends PartProps {
  /** Kinds of event that the topic has made its own. */
  readonly subtypes: readonly string[];
  /** The topics to choose from; left out where the topic is settled. */
  readonly topics?: readonly { readonly id: string; readonly title: string }[];
}

/** Which story, what happened, and of what kind. */
export function BasicsPart({ draft, change, errors, subtypes, topics }: BasicsPartProps) {
  const type = eventTypeOf(draft.type);
  return (
    <div className="space-y-4">
      {topics ? (
        <Field label="Topic" error={errors.topicId}>
          {(control) => (
            <Select {...control} required value={draft.topicId} onChange={typedInto(change, "topicId")}>
              {topics.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </Select>
          )}
        </Field>
      ) : null}
      <Field label="Headline" hint="What happened, in one line: who did what to whom." error={errors.headline}>
        {(control) => (
          <TextInput
            {...control}
            data-focus="headline"
            required
            maxLength={240}
            value={draft.headline}
            onChange={typedInto(change, "headline")}
          />
        )}
      </Field>
      <Field label="Type" hint={type?.description} error={errors.type}>
        {(control) => (
          <Select {...control} data-focus="type" required value={draft.type} onChange={typedInto(change, "type")}>
            <option value="">Choose</option>
            <TypeOptions chosen={draft.type} own={subtypes} />
          </Select>
        )}
      </Field>
    </div>
  );
}
