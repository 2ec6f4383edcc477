"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "#app/_components/button.tsx";
import { Field } from "#app/_components/field.tsx";
import { TextArea } from "#app/_components/text-area.tsx";
import { useForm } from "./use-form.ts";

interface Props {
  /** The button that opens the form. */
  readonly opener: string;
  readonly openerTone: "secondary" | "quiet";
  readonly label: string;
  readonly hint: string;
  readonly sender: string;
  readonly onSend: (words: string) => Promise<unknown>;
}

/** An act that takes a few words and nothing else: a button that opens a field, and sends what is written in it. */
export function TextForm({ opener, openerTone, label, hint, sender, onSend }: Props) {
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const form = useForm({ words: "" });
  const { failure, isPending } = form;

  const send = form.onSubmit(async ({ words }) => {
    await onSend(words);
    form.change({ words: "" });
    setOpen(false);
    router.refresh();
  });

  if (!isOpen) {
    return (
      <Button size="small" tone={openerTone} onClick={() => setOpen(true)}>
        {opener}
      </Button>
    );
  }
  return (
    <form ref={form.ref} onSubmit={send} method="post" className="w-full max-w-measure space-y-3">
      <Field label={label} hint={hint} error={failure?.message}>
        {(control) => <TextArea {...control} required rows={3} maxLength={2000} {...form.text("words")} />}
      </Field>
      <div className="flex gap-2">
        <Button type="submit" size="small" disabled={isPending}>
          {isPending ? "Saving…" : sender}
        </Button>
        <Button size="small" tone="quiet" onClick={() => setOpen(false)}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
