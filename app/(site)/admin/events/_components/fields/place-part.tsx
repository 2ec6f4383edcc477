"use client";

import { Field } from "#app/_components/field.tsx";
import { FieldGroup } from "#app/_components/field-group.tsx";
import { Select } from "#app/_components/select.tsx";
import { TextInput } from "#app/_components/text-input.tsx";
import { COUNTRY_NAMES } from "#core/event/country-names.ts";
import { type PartProps, typedInto } from "./field-props.ts";
import { PartTitle } from "./part-title.tsx";
import { WordOptions } from "./word-options.tsx";

const COUNTRIES = [...COUNTRY_NAMES]
  .map(([code, name]) => ({ code, name: name.replace(/^the /, "") }))
  .sort((a, b) => (a.name < b.name ? -1 : 1));

/** Where it happened. */
export function PlacePart({ draft, change, errors, places }: PartProps & { places: readonly string[] }) {
  const isForeign = draft.country !== "" && !COUNTRY_NAMES.has(draft.country);
  return (
    <FieldGroup legend={<PartTitle>Where</PartTitle>}>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Country" optional error={errors.country}>
          {(control) => (
            <Select {...control} value={draft.country} onChange={typedInto(change, "country")}>
              <option value="">Not known</option>
              {isForeign ? <option value={draft.country}>{draft.country}</option> : null}
              {COUNTRIES.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name} ({code})
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label="Place" optional error={errors.placeName}>
          {(control) => (
            <>
              <TextInput
                {...control}
                list="known-places"
                maxLength={120}
                placeholder="Muscat"
                value={draft.placeName}
                onChange={typedInto(change, "placeName")}
              />
              <WordOptions id="known-places" words={places} />
            </>
          )}
        </Field>
      </div>
    </FieldGroup>
  );
}
