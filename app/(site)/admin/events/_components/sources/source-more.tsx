"use client";

import { Field } from "#app/_components/field.tsx";
import { TextArea } from "#app/_components/text-area.tsx";
import { TextInput } from "#app/_components/text-input.tsx";
import type { SourcePageView } from "#app/_events/event-view.ts";
import type { SourceDraft } from "#app/(site)/admin/events/_components/draft/event-draft.ts";
import { typedInto } from "#app/(site)/admin/events/_components/fields/field-props.ts";
import { textDirection } from "#core/event/text-direction.ts";

export interface SourceRowProps {
  readonly source: SourceDraft;
  readonly index: number;
  /** The origin it would be filed under when nothing else is stated. */
  readonly suggestedGroup: string;
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (changes: Partial<SourceDraft>) => void;
  /** Takes what the source's page says of itself; left out where the server reads no pages. */
  readonly onRead?: (page: SourcePageView) => void;
}

/** What of a source is not always at hand. */
export function SourceMore({ source, index, suggestedGroup, errors, onChange }: SourceRowProps) {
  const field = (part: string) => errors[`sources.${index}.${part}`];
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Field
        label="Origin"
        optional
        hint="Sources of one origin, such as copies of one wire story, share it."
        error={field("independenceGroup")}
      >
        {(control) => (
          <TextInput
            {...control}
            maxLength={80}
            placeholder={suggestedGroup}
            value={source.group}
            onChange={typedInto(onChange, "group")}
          />
        )}
      </Field>
      <Field label="Language" hint="A tag such as en, ar, fa or he." error={field("language")}>
        {(control) => (
          <>
            <TextInput
              {...control}
              list={`languages-${index}`}
              maxLength={20}
              value={source.language}
              onChange={typedInto(onChange, "language")}
            />
            <LanguageOptions id={`languages-${index}`} />
          </>
        )}
      </Field>
      <div className="sm:col-span-2">
        <Field
          label="Quote"
          optional
          hint="The words that report the event, as they were published."
          error={field("quote")}
        >
          {(control) => (
            <TextArea
              {...control}
              rows={2}
              dir={textDirection(source.language.trim())}
              lang={source.language}
              maxLength={5000}
              value={source.quote}
              onChange={typedInto(onChange, "quote")}
            />
          )}
        </Field>
      </div>
      <div className="sm:col-span-2">
        <Field label="Archived copy" optional error={field("archiveUrl")}>
          {(control) => (
            <TextInput
              {...control}
              type="url"
              placeholder="https://"
              value={source.archiveUrl}
              onChange={typedInto(onChange, "archiveUrl")}
            />
          )}
        </Field>
      </div>
    </div>
  );
}

/** The languages in which stories under watch are reported most; any other tag may be typed. */
const LANGUAGES = [
  ["en", "English"],
  ["ar", "Arabic"],
  ["fa", "Persian"],
  ["he", "Hebrew"],
  ["ru", "Russian"],
  ["uk", "Ukrainian"],
  ["zh", "Chinese"],
  ["fr", "French"],
  ["de", "German"],
  ["es", "Spanish"],
  ["tr", "Turkish"],
  ["ur", "Urdu"],
] as const;

/** What a field for a language offers. */
function LanguageOptions({ id }: { id: string }) {
  return (
    <datalist id={id}>
      {LANGUAGES.map(([code, name]) => (
        <option key={code} value={code} label={name} />
      ))}
    </datalist>
  );
}
