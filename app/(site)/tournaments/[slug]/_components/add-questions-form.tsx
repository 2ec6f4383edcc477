"use client";

import { useRouter } from "next/navigation";
import { type SubmitEvent, useState } from "react";
import { Button } from "#app/_components/button.tsx";
import { Section } from "#app/_components/section.tsx";
import { FailureNotice } from "#app/_forms/failure-notice.tsx";
import { useSubmission } from "#app/_forms/use-submission.ts";
import { trpc } from "#app/_trpc/client.ts";
import { questionAddresses } from "../../_components/question-addresses.ts";
import { QuestionsField } from "../../_components/questions-field.tsx";

/** More questions for a tournament that is running. */
export function AddQuestionsForm({ slug }: { slug: string }) {
  const router = useRouter();
  const [text, setText] = useState("");
  const { submit, isPending, failure } = useSubmission();

  async function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const isDone = await submit(() =>
      trpc.tournament.addQuestions.mutate({ slug, questions: questionAddresses(text) }),
    );
    if (!isDone) return;
    setText("");
    router.refresh();
  }

  return (
    <Section title="Add questions" lead="A question that has joined is never taken out again.">
      <form onSubmit={onSubmit} className="max-w-column space-y-5">
        <QuestionsField value={text} error={failure?.fields.questions} onChange={setText} />
        <FailureNotice failure={failure}>What you typed is still here.</FailureNotice>
        <Button type="submit" disabled={isPending} tone="secondary">
          Add them
        </Button>
      </form>
    </Section>
  );
}
