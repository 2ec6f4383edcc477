"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "#app/_components/button.tsx";
import { Field } from "#app/_components/field.tsx";
import { Notice } from "#app/_components/notice.tsx";
import { TextArea } from "#app/_components/text-area.tsx";
import { useSubmission } from "#app/_forms/use-submission.ts";
import { trpc } from "#app/_trpc/client.ts";

/** Adds a dated line on how the criteria are read. */
export function ClarifyForm({ questionId }: { questionId: string }) {
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState("");
  const { submit, isPending, failure } = useSubmission();

  async function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (!(await submit(() => trpc.criteria.clarify.mutate({ questionId, text })))) return;
    setText("");
    setOpen(false);
    router.refresh();
  }

  if (!isOpen) {
    return (
      <Button size="small" tone="secondary" onClick={() => setOpen(true)}>
        Add a clarification
      </Button>
    );
  }
  return (
    <form onSubmit={onSubmit} method="post" className="w-full max-w-measure space-y-3">
      <Field
        label="Clarification"
        hint="How the criteria are read. It changes no rule, stays for good, and everybody who has forecast is told."
        error={failure?.fields.text}
      >
        {(control) => (
          <TextArea
            {...control}
            required
            rows={3}
            maxLength={2000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      {failure ? (
        <Notice tone="error" title="Not saved" live>
          {failure.message}
        </Notice>
      ) : null}
      <div className="flex gap-2">
        <Button type="submit" size="small" disabled={isPending}>
          {isPending ? "Saving…" : "Publish the clarification"}
        </Button>
        <Button size="small" tone="quiet" onClick={() => setOpen(false)}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
