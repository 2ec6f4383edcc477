"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { type SubmitEvent, useState } from "react";
import { Button } from "#app/_components/button.tsx";
import { Field } from "#app/_components/field.tsx";
import { FieldGroup } from "#app/_components/field-group.tsx";
import { Notice } from "#app/_components/notice.tsx";
import { TextInput } from "#app/_components/text-input.tsx";
import { type Choices, ChoicesContext } from "#app/_criteria/choices.ts";
import { MatchFields } from "#app/_criteria/match-fields.tsx";
import { emptyMatch, matchFormOf, matchOf } from "#app/_criteria/rule-form.ts";
import { FailureNotice } from "#app/_forms/failure-notice.tsx";
import { useSubmission } from "#app/_forms/use-submission.ts";
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
  const [name, setName] = useState(changed?.name ?? "");
  const [note, setNote] = useState(changed?.note ?? "");
  const [match, setMatch] = useState(() => (changed ? matchFormOf(changed.match) : emptyMatch()));
  const { submit, isPending, failure } = useSubmission();
  const names = new Map(choices.actors.map(({ code, label }) => [code, label]));

  async function save(isRetired: boolean) {
    const stated = { name, note, match: matchOf(match) };
    const isSaved = await submit(() =>
      changed
        ? trpc.signal.revise.mutate({ signalId: changed.id, basedOn: changed.number, isRetired, ...stated })
        : trpc.signal.create.mutate({ topicId: topic.id, ...stated }),
    );
    if (!isSaved) return;
    setName("");
    setNote("");
    setMatch(emptyMatch());
    router.push(`/admin/events/signals?topic=${topic.slug}`);
    router.refresh();
  }

  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    return save(false);
  }

  const errors = failure?.fields ?? {};
  return (
    <form onSubmit={onSubmit} method="post" className="space-y-5">
      {changed ? (
        <Notice>
          You change “{changed.name}”, now at version {changed.number}.{" "}
          <Link href={`/admin/events/signals?topic=${topic.slug}`} className="link">
            Write a new one instead
          </Link>
        </Notice>
      ) : null}
      <Field label="Name" hint="What people see in their notices: Prisoner releases." error={errors.name}>
        {(control) => (
          <TextInput
            {...control}
            required
            maxLength={80}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <FieldGroup legend="Which events fit" error={errors.match}>
        <div className="space-y-4">
          <ChoicesContext value={choices}>
            <MatchFields match={match} onChange={setMatch} />
          </ChoicesContext>
        </div>
      </FieldGroup>
      <p className="border-s-2 border-accent ps-3 font-serif" aria-live="polite">
        Watches for {namedActors(matchPhrase(matchOf(match), "many"), names)}.
      </p>
      <Field label="Note" optional hint="Why it is watched for." error={errors.note}>
        {(control) => (
          <TextInput {...control} maxLength={1000} value={note} onChange={(event) => setNote(event.target.value)} />
        )}
      </Field>
      <FailureNotice failure={failure}>What you typed is still here.</FailureNotice>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" disabled={isPending}>
          {isPending ? "Saving…" : changed?.isRetired ? "Save and take up again" : "Save"}
        </Button>
        {changed && !changed.isRetired ? (
          <Button tone="danger" disabled={isPending} onClick={() => save(true)}>
            Retire
          </Button>
        ) : null}
      </div>
    </form>
  );
}
