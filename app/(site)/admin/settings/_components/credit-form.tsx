"use client";

import { type FormEvent, useState } from "react";
import { Button } from "#app/_components/button.tsx";
import { Checkbox } from "#app/_components/checkbox.tsx";
import { Field } from "#app/_components/field.tsx";
import { Notice } from "#app/_components/notice.tsx";
import { TextInput } from "#app/_components/text-input.tsx";
import { FailureNotice } from "#app/_forms/failure-notice.tsx";
import { useSubmission } from "#app/_forms/use-submission.ts";
import { creditsField } from "#app/_market/credits-text.ts";
import { trpc } from "#app/_trpc/client.ts";
import { microsOfText } from "#core/ledger/micros.ts";

interface Props {
  readonly settings: { readonly welcomeMicros: string; readonly isStipendOn: boolean; readonly stipendMicros: string };
}

/** How much play money people are handed, and whether every week brings more. */
export function CreditForm({ settings }: Props) {
  const [welcome, setWelcome] = useState(creditsField(settings.welcomeMicros));
  const [stipend, setStipend] = useState(creditsField(settings.stipendMicros));
  const [isStipendOn, setStipendOn] = useState(settings.isStipendOn);
  const [isSaved, setSaved] = useState(false);
  const { submit, isPending, failure } = useSubmission();

  async function onSubmit(event: FormEvent) {
    event.preventDefault();
    const saved = await submit(() =>
      trpc.ledger.setSettings.mutate({
        welcomeMicros: String(microsOfText(welcome)),
        stipendMicros: String(microsOfText(stipend)),
        isStipendOn,
      }),
    );
    setSaved(saved);
  }

  return (
    <form onSubmit={onSubmit} method="post" className="space-y-6">
      <Field label="Credits for new people" error={failure?.fields.welcomeMicros}>
        {(control) => (
          <TextInput
            {...control}
            required
            inputMode="decimal"
            value={welcome}
            onChange={(event) => setWelcome(event.target.value)}
          />
        )}
      </Field>
      <Checkbox
        label="A weekly stipend"
        hint="Everybody with an account gets it once a week."
        checked={isStipendOn}
        onChange={(event) => setStipendOn(event.target.checked)}
      />
      <Field label="Credits a week" error={failure?.fields.stipendMicros}>
        {(control) => (
          <TextInput
            {...control}
            required
            inputMode="decimal"
            value={stipend}
            onChange={(event) => setStipend(event.target.value)}
          />
        )}
      </Field>
      <FailureNotice failure={failure} />
      {isSaved ? (
        <Notice tone="success" live>
          Saved.
        </Notice>
      ) : null}
      <Button type="submit" disabled={isPending}>
        Save
      </Button>
    </form>
  );
}
