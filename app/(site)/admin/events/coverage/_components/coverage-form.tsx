"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "#app/_components/button.tsx";
import { Field } from "#app/_components/field.tsx";
import { FieldGroup } from "#app/_components/field-group.tsx";
import { Notice } from "#app/_components/notice.tsx";
import { TextArea } from "#app/_components/text-area.tsx";
import { TextInput } from "#app/_components/text-input.tsx";
import { type Choices, ChoicesContext } from "#app/_criteria/choices.ts";
import { CodeList } from "#app/_criteria/code-list.tsx";
import { FailureNotice } from "#app/_forms/failure-notice.tsx";
import { useForm } from "#app/_forms/use-form.ts";
import { trpc } from "#app/_trpc/client.ts";
import { ZoneInput } from "#app/(site)/admin/events/_components/fields/zone-input.tsx";
import { type CoverageDraft, type CoverageScopeAsked, coverageDraft, coverageStatement } from "./coverage-draft.ts";
import { SignedNotice, type SignedView } from "./signed-notice.tsx";

interface CoverageFormProps {
  readonly choices: Choices;
  readonly topicId: string;
  /** The statement that this one is to replace. */
  readonly replaced: (CoverageScopeAsked & { readonly id: string }) | undefined;
  /** The scope and span that a question waits for. */
  readonly asked: CoverageScopeAsked | undefined;
}

/** Signs that the log is complete for a scope over a span, or replaces an earlier signature. */
export function CoverageForm({ choices, topicId, replaced, asked }: CoverageFormProps) {
  const router = useRouter();
  const form = useForm<CoverageDraft>(() => coverageDraft(replaced ?? asked));
  const [signed, setSigned] = useState<SignedView | null>(null);
  const { values: draft, change, errors, failure, isPending } = form;

  const sign = form.onSubmit(async (typed) => {
    setSigned(null);
    const statement = { topicId, ...coverageStatement(typed), supersedesId: replaced?.id ?? null };
    setSigned(await trpc.coverage.sign.mutate(statement));
    router.refresh();
  });

  const instant = (label: string, name: "from" | "until", error: string | undefined) => (
    <Field label={label} error={error}>
      {(control) => <TextInput {...control} type="datetime-local" required {...form.text(name)} />}
    </Field>
  );
  return (
    <form ref={form.ref} onSubmit={sign} method="post" className="space-y-5">
      {replaced ? (
        <Notice>
          You replace a signed statement.{" "}
          <Link href="/admin/events/coverage" className="link">
            Sign a new one instead
          </Link>
        </Notice>
      ) : null}
      <div className="grid gap-4 sm:grid-cols-3">
        {instant("From", "from", errors.coversFrom)}
        {instant("Until", "until", errors.coversUntil)}
        <ZoneInput zone={draft.zone} onChange={(zone) => change({ zone })} error={errors.zone} />
      </div>
      <ChoicesContext value={choices}>
        <FieldGroup legend="Of which events" error={errors.types ?? errors.actors ?? errors["actors.0"]}>
          <div className="grid gap-4 sm:grid-cols-2 sm:items-end">
            <CodeList
              list="types"
              label="Kinds of event"
              hint="None: every kind."
              codes={draft.types}
              onChange={(types) => change({ types })}
            />
            <CodeList
              list="actorsAny"
              label="Where one of these took part"
              hint="None: whoever took part."
              codes={draft.actors}
              onChange={(actors) => change({ actors })}
            />
          </div>
        </FieldGroup>
      </ChoicesContext>
      <Field label="Note" optional hint="What you searched, so that others can judge." error={errors.note}>
        {(control) => <TextArea {...control} rows={2} {...form.text("note")} />}
      </Field>
      <FailureNotice failure={failure}>What you typed is still here.</FailureNotice>
      {signed ? <SignedNotice signed={signed} /> : null}
      <Button type="submit" disabled={isPending}>
        {isPending ? "Signing…" : replaced ? "Sign in its place" : "Sign"}
      </Button>
    </form>
  );
}
