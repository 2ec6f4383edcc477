"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button, ButtonLink } from "#app/_components/button.tsx";
import { Field } from "#app/_components/field.tsx";
import { TextArea } from "#app/_components/text-area.tsx";
import { FailureNotice } from "#app/_forms/failure-notice.tsx";
import { useForm } from "#app/_forms/use-form.ts";
import { trpc } from "#app/_trpc/client.ts";

interface Props {
  readonly questionId: string;
  readonly slug: string;
  readonly isUnderReview: boolean;
}

/** Hand in, publish, change or send back; a refusal stays beside the button that met it. */
export function ReviewActions({ questionId, slug, isUnderReview }: Props) {
  const router = useRouter();
  const [isReturning, setReturning] = useState(false);
  const form = useForm({ reason: "" });
  const { errors, failure, isPending } = form;

  async function handIn() {
    await trpc.question.submit.mutate({ questionId });
    router.refresh();
  }

  async function publish() {
    await trpc.question.publish.mutate({ questionId });
    router.push(`/questions/${slug}`);
  }

  const sendBack = form.onSubmit(async ({ reason }) => {
    await trpc.question.returnDraft.mutate({ questionId, reason });
    router.refresh();
  });

  return (
    <div className="space-y-3">
      <div className="flex flex-wrap gap-2">
        {isUnderReview ? (
          <Button size="small" disabled={isPending} onClick={() => form.send(publish)}>
            {isPending ? "Publishing…" : "Publish"}
          </Button>
        ) : (
          <Button size="small" disabled={isPending} onClick={() => form.send(handIn)}>
            Hand in for review
          </Button>
        )}
        <ButtonLink size="small" tone="secondary" href={`/questions/new?draft=${slug}`}>
          Change
        </ButtonLink>
        {isUnderReview ? (
          <Button size="small" tone="quiet" aria-expanded={isReturning} onClick={() => setReturning(!isReturning)}>
            Send back
          </Button>
        ) : null}
      </div>
      {isReturning && isUnderReview ? (
        <form ref={form.ref} onSubmit={sendBack} className="max-w-measure space-y-2">
          <Field label="What should change" error={errors.reason}>
            {(control) => <TextArea {...control} rows={2} required {...form.text("reason")} />}
          </Field>
          <Button type="submit" size="small" tone="secondary" disabled={isPending}>
            Send back to its author
          </Button>
        </form>
      ) : null}
      <FailureNotice failure={failure} title="Refused" />
    </div>
  );
}
