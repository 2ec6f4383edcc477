"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "#app/_components/button.tsx";
import { Field } from "#app/_components/field.tsx";
import { TextArea } from "#app/_components/text-area.tsx";
import { useSubmission } from "#app/_forms/use-submission.ts";
import { trpc } from "#app/_trpc/client.ts";

/** A reasoned objection to a proposed answer. */
export function ChallengeForm({ resolutionId }: { resolutionId: string }) {
  const router = useRouter();
  const [reason, setReason] = useState("");
  const { submit, isPending, failure } = useSubmission();

  async function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (await submit(() => trpc.resolution.challenge.mutate({ resolutionId, reason }))) router.refresh();
  }

  return (
    <details className="text-sm">
      <summary className="cursor-pointer font-medium text-accent">Challenge this answer</summary>
      <form onSubmit={onSubmit} className="mt-3 space-y-3">
        <Field
          label="What is wrong with it"
          hint="Name the condition or the source. An admin must answer."
          error={failure?.message}
        >
          {(control) => (
            <TextArea
              {...control}
              rows={3}
              required
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        <Button type="submit" tone="secondary" disabled={isPending}>
          {isPending ? "Sending…" : "Challenge"}
        </Button>
      </form>
    </details>
  );
}
