"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button, ButtonLink } from "#app/_components/button.tsx";
import { Field } from "#app/_components/field.tsx";
import { TextArea } from "#app/_components/text-area.tsx";
import { FailureNotice } from "#app/_forms/failure-notice.tsx";
import { useSubmission } from "#app/_forms/use-submission.ts";
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
  const [reason, setReason] = useState("");
  const { submit, isPending, failure } = useSubmission();

  async function act(work: () => Promise<unknown>) {
    if (await submit(work)) router.refresh();
  }

  async function publish() {
    await submit(async () => {
      await trpc.question.publish.mutate({ questionId });
      router.push(`/questions/${slug}`);
    });
  }

  async function onReturn(event: FormEvent) {
    event.preventDefault();
    await act(() => trpc.question.returnDraft.mutate({ questionId, reason }));
  }

  return (
    <div className="space-y-3">
      <div className="flex flex-wrap gap-2">
        {isUnderReview ? (
          <Button size="small" disabled={isPending} onClick={publish}>
            {isPending ? "Publishing…" : "Publish"}
          </Button>
        ) : (
          <Button
            size="small"
            disabled={isPending}
            onClick={() => act(() => trpc.question.submit.mutate({ questionId }))}
          >
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
        <form onSubmit={onReturn} className="max-w-measure space-y-2">
          <Field label="What should change" error={failure?.fields.reason}>
            {(control) => (
              <TextArea
                {...control}
                rows={2}
                required
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            )}
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
