"use client";

import { useRouter } from "next/navigation";
import { type ChangeEvent, type SubmitEvent, useState } from "react";
import { Button } from "#app/_components/button.tsx";
import { Field } from "#app/_components/field.tsx";
import { TextArea } from "#app/_components/text-area.tsx";
import { TextInput } from "#app/_components/text-input.tsx";
import { FailureNotice } from "#app/_forms/failure-notice.tsx";
import { useSubmission } from "#app/_forms/use-submission.ts";
import { trpc } from "#app/_trpc/client.ts";
import { questionAddresses } from "../../_components/question-addresses.ts";
import { QuestionsField } from "../../_components/questions-field.tsx";

const EMPTY = { title: "", summary: "", startsAt: "", endsAt: "", questions: "" };

/** Makes a tournament. */
export function TournamentForm() {
  const router = useRouter();
  const [draft, setDraft] = useState(EMPTY);
  const { submit, isPending, failure } = useSubmission();
  const errors = failure?.fields ?? {};
  const into = (field: keyof typeof EMPTY) => (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
    setDraft((current) => ({ ...current, [field]: event.target.value }));

  async function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    await submit(async () => {
      const { title, summary, startsAt, endsAt, questions } = draft;
      const { slug } = await trpc.tournament.create.mutate({
        title,
        summary,
        startsAt: new Date(`${startsAt}Z`),
        endsAt: new Date(`${endsAt}Z`),
        questions: questionAddresses(questions),
      });
      router.push(`/tournaments/${slug}`);
      router.refresh();
    });
  }

  return (
    <form onSubmit={onSubmit} className="space-y-5">
      <Field label="Title" error={errors.title ?? errors.slug}>
        {(control) => <TextInput {...control} required maxLength={160} value={draft.title} onChange={into("title")} />}
      </Field>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field label="Starts, in UTC" error={errors.startsAt}>
          {(control) => (
            <TextInput {...control} type="datetime-local" required value={draft.startsAt} onChange={into("startsAt")} />
          )}
        </Field>
        <Field label="Ends, in UTC" hint="No question joins from then on." error={errors.endsAt}>
          {(control) => (
            <TextInput {...control} type="datetime-local" required value={draft.endsAt} onChange={into("endsAt")} />
          )}
        </Field>
      </div>
      <QuestionsField
        value={draft.questions}
        error={errors.questions}
        onChange={(questions) => setDraft((current) => ({ ...current, questions }))}
      />
      <Field label="What it is about" optional hint="Markdown." error={errors.summary}>
        {(control) => <TextArea {...control} rows={4} value={draft.summary} onChange={into("summary")} />}
      </Field>
      <FailureNotice failure={failure}>What you typed is still here.</FailureNotice>
      <Button type="submit" disabled={isPending}>
        Make the tournament
      </Button>
    </form>
  );
}
