"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { Button } from "#app/_components/button.tsx";
import { Field } from "#app/_components/field.tsx";
import { FieldGroup } from "#app/_components/field-group.tsx";
import { Notice } from "#app/_components/notice.tsx";
import { TextInput } from "#app/_components/text-input.tsx";
import { type Choices, ChoicesContext } from "#app/_criteria/choices.ts";
import { MatchFields } from "#app/_criteria/match-fields.tsx";
import { emptyMatch, matchFormOf, matchOf } from "#app/_criteria/rule-form.ts";
import { FailureNotice } from "#app/_forms/failure-notice.tsx";
import { useForm } from "#app/_forms/use-form.ts";
import type { SignalView } from "#app/_signals/signal-view.ts";
import { trpc } from "#app/_trpc/client.ts";
import { matchPhrase } from "#core/criteria/match-phrase.ts";
import { namedActors } from "#core/event/named-actors.ts";

interface SignalFormProps {
  readonly topic: { readonly id: string; readonly slug: string };
  /** The signal that is to be changed; a new one when left out. */
  readonly changed: SignalView | undefined;
  readonly choices: Choices;
}

/** Writes a signal: its name, and which events fit it; the sentence below says what that means. */
export function SignalForm({ topic, changed, choices }: SignalFormProps) {
  const router = useRouter();
  const form = useForm(() => ({
    name: changed?.name ?? "",
    note: changed?.note ?? "",
    match: changed ? matchFormOf(changed.match) : emptyMatch(),
  }));
  const { values, change, errors, failure, isPending } = form;
  const names = new Map(choices.actors.map(({ code, label }) => [code, label]));

  const save = (isRetired: boolean) => async (typed: typeof values) => {
    const stated = { name: typed.name, note: typed.note, match: matchOf(typed.match) };
    await (changed
      ? trpc.signal.revise.mutate({ signalId: changed.id, basedOn: changed.number, isRetired, ...stated })
      : trpc.signal.create.mutate({ topicId: topic.id, ...stated }));
    change({ name: "", note: "", match: emptyMatch() });
    router.push(`/admin/events/signals?topic=${topic.slug}`);
    router.refresh();
  };

  return (
    <form ref={form.ref} onSubmit={form.onSubmit(save(false))} method="post" className="space-y-5">
      {changed ? (
        <Notice>
          You change “{changed.name}”, now at version {changed.number}.{" "}
          <Link href={`/admin/events/signals?topic=${topic.slug}`} className="link">
            Write a new one instead
          </Link>
        </Notice>
      ) : null}
      <Field label="Name" hint="What people see in their notices: Prisoner releases." error={errors.name}>
        {(control) => <TextInput {...control} required maxLength={80} {...form.text("name")} />}
      </Field>
      <FieldGroup legend="Which events fit" error={errors.match}>
        <div className="space-y-4">
          <ChoicesContext value={choices}>
            <MatchFields match={values.match} onChange={(match) => change({ match })} />
          </ChoicesContext>
        </div>
      </FieldGroup>
      <p className="border-s-2 border-accent ps-3 font-serif" aria-live="polite">
        Watches for {namedActors(matchPhrase(matchOf(values.match), "many"), names)}.
      </p>
      <Field label="Note" optional hint="Why it is watched for." error={errors.note}>
        {(control) => <TextInput {...control} maxLength={1000} {...form.text("note")} />}
      </Field>
      <FailureNotice failure={failure}>What you typed is still here.</FailureNotice>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" disabled={isPending}>
          {isPending ? "Saving…" : changed?.isRetired ? "Save and take up again" : "Save"}
        </Button>
        {changed && !changed.isRetired ? (
          <Button tone="danger" disabled={isPending} onClick={() => form.send(save(true))}>
            Retire
          </Button>
        ) : null}
      </div>
    </form>
  );
}
