"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "#app/_components/button.tsx";
import { Field } from "#app/_components/field.tsx";
import { TextArea } from "#app/_components/text-area.tsx";
import { useSubmission } from "#app/_forms/use-submission.ts";
import { trpc } from "#app/_trpc/client.ts";

/** Declines a suggestion with a reason, which whoever made it is told. */
export function DeclineForm({ suggestionId }: { suggestionId: string }) {
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const { submit, isPending, failure } = useSubmission();

  async function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (await submit(() => trpc.suggestion.decline.mutate({ suggestionId, reason }))) router.refresh();
  }

  if (!isOpen) {
    return (
      <Button size="small" tone="quiet" onClick={() => setOpen(true)}>
        Decline
      </Button>
    );
  }
  return (
    <form onSubmit={onSubmit} method="post" className="w-full max-w-measure space-y-2">
      <Field label="Why not" hint="Whoever suggested it is told." error={failure?.fields.reason ?? failure?.message}>
        {(control) => (
          <TextArea
            {...control}
            required
            rows={2}
            maxLength={2000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      <div className="flex gap-2">
        <Button type="submit" size="small" tone="secondary" disabled={isPending}>
          Decline it
        </Button>
        <Button size="small" tone="quiet" onClick={() => setOpen(false)}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
