"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "#app/_components/button.tsx";
import { Field } from "#app/_components/field.tsx";
import { Notice } from "#app/_components/notice.tsx";
import { TextInput } from "#app/_components/text-input.tsx";
import { useSubmission } from "#app/_forms/use-submission.ts";
import { trpc } from "#app/_trpc/client.ts";

/** Makes a bot by its name. */
export function BotForm({ left }: { left: number }) {
  const router = useRouter();
  const [name, setName] = useState("");
  const [made, setMade] = useState<string | null>(null);
  const { submit, isPending, failure } = useSubmission();
  const fields = failure?.fields ?? {};

  async function onSubmit(event: FormEvent) {
    event.preventDefault();
    setMade(null);
    await submit(async () => {
      await trpc.user.createBot.mutate({ name });
      setMade(name);
      setName("");
      router.refresh();
    });
  }

  return (
    <form onSubmit={onSubmit} method="post" className="space-y-4">
      {failure && Object.keys(fields).length === 0 ? (
        <Notice tone="error" live>
          {failure.message}
        </Notice>
      ) : null}
      {made ? (
        <Notice tone="success" live>
          {made} is one of your bots now.
        </Notice>
      ) : null}
      <Field
        label="Name of a new bot"
        hint={`Letters, digits, dots, hyphens and underscores. You can make ${left} more.`}
        error={fields.name}
      >
        {(control) => (
          <TextInput
            {...control}
            required
            minLength={2}
            maxLength={40}
            autoComplete="off"
            value={name}
            onChange={(e) => setName(e.target.value)}
          />
        )}
      </Field>
      <Button type="submit" tone="secondary" disabled={isPending}>
        {isPending ? "Making…" : "Make a bot"}
      </Button>
    </form>
  );
}
