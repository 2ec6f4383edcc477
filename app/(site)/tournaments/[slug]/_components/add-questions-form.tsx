"use client";

import { useRouter } from "next/navigation";
import { Button } from "#app/_components/button.tsx";
import { Section } from "#app/_components/section.tsx";
import { FailureNotice } from "#app/_forms/failure-notice.tsx";
import { useForm } from "#app/_forms/use-form.ts";
import { trpc } from "#app/_trpc/client.ts";
import { questionAddresses } from "#app/(site)/tournaments/_components/question-addresses.ts";
import { QuestionsField } from "#app/(site)/tournaments/_components/questions-field.tsx";

/** More questions for a tournament that is running. */
export function AddQuestionsForm({ slug }: { slug: string }) {
  const router = useRouter();
  const form = useForm({ questions: "" });
  const { values, change, errors, failure, isPending } = form;

  const add = form.onSubmit(async ({ questions }) => {
    await trpc.tournament.addQuestions.mutate({ slug, questions: questionAddresses(questions) });
    change({ questions: "" });
    router.refresh();
  });

  return (
    <Section title="Add questions" lead="A question that has joined is never taken out again.">
      <form ref={form.ref} onSubmit={add} className="max-w-column space-y-5">
        <QuestionsField
          value={values.questions}
          error={errors.questions}
          onChange={(questions) => change({ questions })}
        />
        <FailureNotice failure={failure}>What you typed is still here.</FailureNotice>
        <Button type="submit" disabled={isPending} tone="secondary">
          Add them
        </Button>
      </form>
    </Section>
  );
}
