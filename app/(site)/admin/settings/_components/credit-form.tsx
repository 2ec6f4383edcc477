"use client";

import { Button } from "#app/_components/button.tsx";
import { Checkbox } from "#app/_components/checkbox.tsx";
import { Field } from "#app/_components/field.tsx";
import { Notice } from "#app/_components/notice.tsx";
import { TextInput } from "#app/_components/text-input.tsx";
import { FailureNotice } from "#app/_forms/failure-notice.tsx";
import { useForm } from "#app/_forms/use-form.ts";
import { creditsField } from "#app/_market/credits-text.ts";
import { trpc } from "#app/_trpc/client.ts";
import { microsOfText } from "#core/ledger/micros.ts";

interface Props {
  readonly settings: { readonly welcomeMicros: string; readonly isStipendOn: boolean; readonly stipendMicros: string };
}

/** How much play money people are handed, and whether every week brings more. */
export function CreditForm({ settings }: Props) {
  const form = useForm({
    welcome: creditsField(settings.welcomeMicros),
    stipend: creditsField(settings.stipendMicros),
    isStipendOn: settings.isStipendOn,
  });
  const { errors, failure, isPending, isDone } = form;

  const save = form.onSubmit(async ({ welcome, stipend, isStipendOn }) =>
    trpc.ledger.setSettings.mutate({
      welcomeMicros: String(microsOfText(welcome)),
      stipendMicros: String(microsOfText(stipend)),
      isStipendOn,
    }),
  );

  return (
    <form ref={form.ref} onSubmit={save} method="post" className="space-y-6">
      <Field label="Credits for new people" error={errors.welcomeMicros}>
        {(control) => <TextInput {...control} required inputMode="decimal" {...form.text("welcome")} />}
      </Field>
      <Checkbox
        label="A weekly stipend"
        hint="Everybody with an account gets it once a week."
        {...form.tick("isStipendOn")}
      />
      <Field label="Credits a week" error={errors.stipendMicros}>
        {(control) => <TextInput {...control} required inputMode="decimal" {...form.text("stipend")} />}
      </Field>
      <FailureNotice failure={failure} beside={["welcomeMicros", "stipendMicros"]} />
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
