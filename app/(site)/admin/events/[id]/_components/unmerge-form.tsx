"use client";

import { useRouter } from "next/navigation";
import { type SubmitEvent, useState } from "react";
import { Button } from "#app/_components/button.tsx";
import { Field } from "#app/_components/field.tsx";
import { Notice } from "#app/_components/notice.tsx";
import { TextInput } from "#app/_components/text-input.tsx";
import { useSubmission } from "#app/_forms/use-submission.ts";
import { trpc } from "#app/_trpc/client.ts";

/** Takes a merge back. */
export function UnmergeForm({ eventId }: { eventId: string }) {
  const router = useRouter();
  const [reason, setReason] = useState("");
  const { submit, isPending, failure } = useSubmission();

  async function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (!(await submit(() => trpc.event.unmerge.mutate({ eventId, reason })))) return;
    router.push(`/events/${eventId}`);
    router.refresh();
  }

  return (
    <form onSubmit={onSubmit} className="space-y-4">
      <Field label="Why they are two" error={failure?.fields.reason}>
        {(control) => (
          <TextInput
            {...control}
            required
            maxLength={2000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      {failure && !failure.fields.reason ? (
        <Notice tone="error" live>
          {failure.message}
        </Notice>
      ) : null}
      <Button type="submit" tone="secondary" disabled={isPending}>
        {isPending ? "Taking it back…" : "Take the merge back"}
      </Button>
    </form>
  );
}
