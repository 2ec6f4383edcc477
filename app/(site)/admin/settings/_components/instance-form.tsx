"use client";

import { type FormEvent, useState } from "react";
import { Button } from "#app/_components/button.tsx";
import { Checkbox } from "#app/_components/checkbox.tsx";
import { Field } from "#app/_components/field.tsx";
import { Notice } from "#app/_components/notice.tsx";
import { TextInput } from "#app/_components/text-input.tsx";
import { FailureNotice } from "#app/_forms/failure-notice.tsx";
import { typedNumber } from "#app/_forms/typed-number.ts";
import { useSubmission } from "#app/_forms/use-submission.ts";
import { trpc } from "#app/_trpc/client.ts";

export function InstanceForm({ settings }: { settings: { isSolo: boolean; challengeWindowHours: number } }) {
  const [isSolo, setSolo] = useState(settings.isSolo);
  const [hours, setHours] = useState(String(settings.challengeWindowHours));
  const [isSaved, setSaved] = useState(false);
  const { submit, isPending, failure } = useSubmission();

  async function onSubmit(event: FormEvent) {
    event.preventDefault();
    // What is no number is refused by the server, and not taken as no hours at all.
    const challengeWindowHours = typedNumber(hours) ?? Number.NaN;
    setSaved(await submit(() => trpc.resolution.setSettings.mutate({ isSolo, challengeWindowHours })));
  }

  return (
    <form onSubmit={onSubmit} className="space-y-6">
      <Field
        label="Challenge window, in hours"
        hint="How long a proposed answer may be challenged before it can be approved: 0 to 336."
        error={failure?.fields.challengeWindowHours}
      >
        {(control) => (
          <TextInput
            {...control}
            type="number"
            min={0}
            max={336}
            step="any"
            required
            value={hours}
            onChange={(e) => setHours(e.target.value)}
          />
        )}
      </Field>
      <Checkbox
        label="Solo mode"
        hint="For an instance with one admin: they may publish what they wrote, and approve what they proposed or recorded. The record says each time that one person did both."
        checked={isSolo}
        onChange={(e) => setSolo(e.target.checked)}
      />
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
