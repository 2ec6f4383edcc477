"use client";

import { useRouter } from "next/navigation";
import { Button } from "#app/_components/button.tsx";
import { Field } from "#app/_components/field.tsx";
import { Notice } from "#app/_components/notice.tsx";
import { Select } from "#app/_components/select.tsx";
import { useForm } from "#app/_forms/use-form.ts";
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
  const form = useForm({ questionId: bound });
  const { values, failure, isPending, isDone } = form;

  const save = form.onSubmit(async ({ questionId }) => {
    await trpc.topic.bindScenarios.mutate({ topicId, questionId: questionId || null });
    router.refresh();
  });

  return (
    <form ref={form.ref} onSubmit={save} className="space-y-4">
      <Field
        label="Question"
        hint="A multiple-choice question of this topic. Its chart is shown at the top of the topic’s page."
        error={failure?.message}
      >
        {(control) => (
          <Select {...control} {...form.text("questionId")}>
            <option value="">None: the story has no scenarios</option>
            {questions.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {isDone ? (
        <Notice tone="success" live>
          Saved.
        </Notice>
      ) : null}
      <Button type="submit" tone="secondary" disabled={isPending || values.questionId === bound}>
        Save the scenarios
      </Button>
    </form>
  );
}
