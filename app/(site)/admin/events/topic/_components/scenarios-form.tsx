"use client";

import { useRouter } from "next/navigation";
import { type SubmitEvent, useState } from "react";
import { Button } from "#app/_components/button.tsx";
import { Field } from "#app/_components/field.tsx";
import { Notice } from "#app/_components/notice.tsx";
import { Select } from "#app/_components/select.tsx";
import { useSubmission } from "#app/_forms/use-submission.ts";
import { trpc } from "#app/_trpc/client.ts";

interface ScenariosFormProps {
  readonly topicId: string;
  /** The topic's multiple-choice questions. */
  readonly questions: readonly { readonly id: string; readonly title: string }[];
  /** The one whose options are the scenarios now. */
  readonly bound: string | undefined;
}

/** Makes the options of one question the scenarios of the story. */
export function ScenariosForm({ topicId, questions, bound = "" }: ScenariosFormProps) {
  const router = useRouter();
  const [questionId, setQuestionId] = useState(bound);
  const [isSaved, setSaved] = useState(false);
  const { submit, isPending, failure } = useSubmission();

  async function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const isDone = await submit(() => trpc.topic.bindScenarios.mutate({ topicId, questionId: questionId || null }));
    setSaved(isDone);
    if (isDone) router.refresh();
  }

  return (
    <form onSubmit={onSubmit} className="space-y-4">
      <Field
        label="Question"
        hint="A multiple-choice question of this topic. Its chart stands at the head of the topic's page."
        error={failure?.message}
      >
        {(control) => (
          <Select {...control} value={questionId} onChange={(event) => setQuestionId(event.target.value)}>
            <option value="">None: the story has no scenarios</option>
            {questions.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {isSaved ? (
        <Notice tone="success" live>
          Saved.
        </Notice>
      ) : null}
      <Button type="submit" tone="secondary" disabled={isPending || questionId === bound}>
        Save the scenarios
      </Button>
    </form>
  );
}
