"use client";

import { TextForm } from "#app/_forms/text-form.tsx";
import { trpc } from "#app/_trpc/client.ts";

/** Adds a dated line on how the criteria are read. */
export function ClarifyForm({ questionId }: { questionId: string }) {
  return (
    <TextForm
      opener="Add a clarification"
      openerTone="secondary"
      label="Clarification"
      hint="How the criteria are read. It changes no rule, stays for good, and everybody who has forecast gets a notice."
      sender="Publish the clarification"
      onSend={(text) => trpc.criteria.clarify.mutate({ questionId, text })}
    />
  );
}
