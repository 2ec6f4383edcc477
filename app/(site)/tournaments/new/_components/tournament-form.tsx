"use client";

import { useRouter } from "next/navigation";
import { Button } from "#app/_components/button.tsx";
import { Field } from "#app/_components/field.tsx";
import { TextArea } from "#app/_components/text-area.tsx";
import { TextInput } from "#app/_components/text-input.tsx";
import { FailureNotice } from "#app/_forms/failure-notice.tsx";
import { useForm } from "#app/_forms/use-form.ts";
import { trpc } from "#app/_trpc/client.ts";
import { questionAddresses } from "#app/(site)/tournaments/_components/question-addresses.ts";
import { QuestionsField } from "#app/(site)/tournaments/_components/questions-field.tsx";

const EMPTY = { title: "", summary: "", startsAt: "", endsAt: "", questions: "" };

/** Makes a tournament. */
export function TournamentForm() {
  const router = useRouter();
  const form = useForm(EMPTY);
  const { values, change, errors, failure, isPending } = form;

  const make = form.onSubmit(async ({ title, summary, startsAt, endsAt, questions }) => {
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

  return (
    <form ref={form.ref} onSubmit={make} className="space-y-5">
      <Field label="Title" error={errors.title ?? errors.slug}>
        {(control) => <TextInput {...control} required maxLength={160} {...form.text("title")} />}
      </Field>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field label="Starts, in UTC" error={errors.startsAt}>
          {(control) => <TextInput {...control} type="datetime-local" required {...form.text("startsAt")} />}
        </Field>
        <Field label="Ends, in UTC" hint="No question joins from then on." error={errors.endsAt}>
          {(control) => <TextInput {...control} type="datetime-local" required {...form.text("endsAt")} />}
        </Field>
      </div>
      <QuestionsField
        value={values.questions}
        error={errors.questions}
        onChange={(questions) => change({ questions })}
      />
      <Field label="What it is about" optional hint="Markdown." error={errors.summary}>
        {(control) => <TextArea {...control} rows={4} {...form.text("summary")} />}
      </Field>
      <FailureNotice failure={failure}>What you typed is still here.</FailureNotice>
      <Button type="submit" disabled={isPending}>
        Make the tournament
      </Button>
    </form>
  );
}
