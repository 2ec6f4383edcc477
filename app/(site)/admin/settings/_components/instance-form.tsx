"use client";

import { Button } from "#app/_components/button.tsx";
import { Checkbox } from "#app/_components/checkbox.tsx";
import { Field } from "#app/_components/field.tsx";
import { Notice } from "#app/_components/notice.tsx";
import { TextInput } from "#app/_components/text-input.tsx";
import { FailureNotice } from "#app/_forms/failure-notice.tsx";
import { typedNumber } from "#app/_forms/typed-number.ts";
import { useForm } from "#app/_forms/use-form.ts";
import { trpc } from "#app/_trpc/client.ts";

export function InstanceForm({ settings }: { settings: { isSolo: boolean; challengeWindowHours: number } }) {
  const form = useForm({ isSolo: settings.isSolo, hours: String(settings.challengeWindowHours) });
  const { errors, failure, isPending, isDone } = form;

  const save = form.onSubmit(({ isSolo, hours }) => {
    // What is no number is refused by the server, and not taken as no hours at all.
    const challengeWindowHours = typedNumber(hours) ?? Number.NaN;
    return trpc.resolution.setSettings.mutate({ isSolo, challengeWindowHours });
  });

  return (
    <form ref={form.ref} onSubmit={save} className="space-y-6">
      <Field
        label="Challenge window, in hours"
        hint="How long a proposed answer may be challenged before it can be approved: 0 to 336."
        error={errors.challengeWindowHours}
      >
        {(control) => (
          <TextInput {...control} type="number" min={0} max={336} step="any" required {...form.text("hours")} />
        )}
      </Field>
      <Checkbox
        label="Solo mode"
        hint="For an instance with one admin: they may publish what they wrote, and approve what they proposed or recorded. The record says each time that one person did both."
        {...form.tick("isSolo")}
      />
      <FailureNotice failure={failure} beside={["challengeWindowHours"]} />
      {isDone ? (
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
