"use client";

import { Disclosure } from "#app/_components/disclosure.tsx";
import { Field } from "#app/_components/field.tsx";
import { TextArea } from "#app/_components/text-area.tsx";
import { TextInput } from "#app/_components/text-input.tsx";
import type { Vocabulary } from "#app/_events/event-view.ts";
import { type PartProps, typedInto } from "./field-props.ts";
import { WordOptions } from "./word-options.tsx";

/** Units in which stories under watch are measured most. */
const UNITS = [
  "people",
  "killed",
  "wounded",
  "released",
  "USD",
  "EUR",
  "barrels per day",
  "tonnes",
  "km",
  "days",
  "percent",
];
const PARTS = ["description", "tags", "tags.0", "tags.1", "tags.2", "magnitude.value", "magnitude.unit"];

/** What of an event is not always known. */
export function MorePart({ draft, change, errors, words }: PartProps & { words: Vocabulary }) {
  return (
    <Disclosure summary="Description, tags, own subtype, magnitude" isOpen={PARTS.some((part) => part in errors)}>
      <div className="grid gap-4 sm:grid-cols-2">
        <div className="sm:col-span-2">
          <Field label="Description" optional hint="Markdown." error={errors.description}>
            {(control) => (
              <TextArea {...control} value={draft.description} onChange={typedInto(change, "description")} />
            )}
          </Field>
        </div>
        <div className="sm:col-span-2">
          <Field
            label="Tags"
            optional
            hint="Small letters and hyphens, divided by commas. Criteria may ask for them."
            error={errors.tags ?? errors["tags.0"] ?? errors["tags.1"] ?? errors["tags.2"]}
          >
            {(control) => (
              <>
                <TextInput {...control} list="known-tags" value={draft.tags} onChange={typedInto(change, "tags")} />
                <WordOptions id="known-tags" words={words.tags} />
              </>
            )}
          </Field>
        </div>
        <div className="sm:col-span-2">
          <Field
            label="Own subtype"
            optional
            hint="A kind of the type that this topic needs and no mode names, such as envoy-return."
          >
            {(control) => (
              <TextInput
                {...control}
                pattern="[a-z][a-z0-9\-]*"
                maxLength={60}
                value={draft.subtype}
                onChange={typedInto(change, "subtype")}
              />
            )}
          </Field>
        </div>
        <Field label="Magnitude" optional error={errors["magnitude.value"]}>
          {(control) => (
            <TextInput
              {...control}
              type="number"
              step="any"
              value={draft.magnitude}
              onChange={typedInto(change, "magnitude")}
            />
          )}
        </Field>
        <Field label="Unit" optional hint="people, USD, km" error={errors["magnitude.unit"]}>
          {(control) => (
            <>
              <TextInput
                {...control}
                list="known-units"
                maxLength={40}
                value={draft.unit}
                onChange={typedInto(change, "unit")}
              />
              <WordOptions id="known-units" words={[...new Set([...words.units, ...UNITS])]} />
            </>
          )}
        </Field>
      </div>
    </Disclosure>
  );
}
