"use client";

import { Disclosure } from "#app/_components/disclosure.tsx";
import { Field } from "#app/_components/field.tsx";
import { Select } from "#app/_components/select.tsx";
import { TextInput } from "#app/_components/text-input.tsx";
import type { SourceDraft } from "#app/(site)/admin/events/_components/draft/event-draft.ts";
import { publisherOf } from "#app/(site)/admin/events/_components/draft/publisher-of.ts";
import { typedInto } from "#app/(site)/admin/events/_components/fields/field-props.ts";
import { RemoveRow } from "#app/(site)/admin/events/_components/fields/row-buttons.tsx";
import { SOURCE_TIERS } from "#core/event/event.ts";
import { ReadPageButton } from "./read-page-button.tsx";
import { SourceMore, type SourceRowProps } from "./source-more.tsx";

const HIDDEN = ["independenceGroup", "language", "quote", "archiveUrl"];

/** One source: where it can be read, who published it, what it is called, when, and how near it is to the event. */
export function SourceRow(props: SourceRowProps & { readonly onRemove: () => void }) {
  const { source, index, errors, onChange, onRead, onRemove } = props;
  const field = (part: string) => errors[`sources.${index}.${part}`];
  const guessPublisher = () => (source.publisher === "" ? onChange({ publisher: publisherOf(source.url) }) : undefined);
  return (
    <li className="grid gap-3 border-l-2 border-hairline pl-4 sm:grid-cols-2">
      <div className="sm:col-span-2">
        <Field label={`Address of source ${index + 1}`} error={field("url")}>
          {(control) => (
            <TextInput
              {...control}
              data-focus={`source-${index}`}
              type="url"
              required
              placeholder="https://"
              value={source.url}
              onChange={typedInto(onChange, "url")}
              onBlur={guessPublisher}
            />
          )}
        </Field>
        {onRead ? <ReadPageButton key={source.url} source={source} index={index} onRead={onRead} /> : null}
      </div>
      <Field label="Publisher" error={field("publisher")}>
        {(control) => (
          <TextInput
            {...control}
            required
            maxLength={120}
            value={source.publisher}
            onChange={typedInto(onChange, "publisher")}
          />
        )}
      </Field>
      <Field label="Title" error={field("title")}>
        {(control) => (
          <TextInput
            {...control}
            required
            dir="auto"
            maxLength={300}
            value={source.title}
            onChange={typedInto(onChange, "title")}
          />
        )}
      </Field>
      <Field label="Published" error={field("publishedAt")}>
        {(control) => (
          <TextInput
            {...control}
            type="datetime-local"
            required
            value={source.published}
            onChange={typedInto(onChange, "published")}
          />
        )}
      </Field>
      <Field label="Tier" error={field("tier")}>
        {(control) => (
          <Select
            {...control}
            value={source.tier}
            onChange={(event) => onChange({ tier: event.target.value as SourceDraft["tier"] })}
          >
            {SOURCE_TIERS.map((tier) => (
              <option key={tier} value={tier}>
                {tier}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <div className="flex flex-wrap items-start justify-between gap-2 sm:col-span-2">
        <Disclosure
          isOpen={HIDDEN.some((part) => field(part) !== undefined)}
          summary={`Origin, quote, language${props.suggestedGroup ? ` (origin: ${props.suggestedGroup})` : ""}`}
        >
          <SourceMore {...props} />
        </Disclosure>
        <RemoveRow label={`Remove source ${index + 1}`} onRemove={onRemove} />
      </div>
    </li>
  );
}
