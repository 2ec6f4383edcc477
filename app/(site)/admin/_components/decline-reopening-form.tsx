"use client";

import { WordsForm } from "#app/_forms/words-form.tsx";
import { trpc } from "#app/_trpc/client.ts";

/** Leaves an answer as it is, with a reason that whoever asked is told. */
export function DeclineReopeningForm({ requestId }: { requestId: string }) {
  return (
    <WordsForm
      opener="The answer stands"
      openerTone="quiet"
      label="Why it stands"
      hint="Part of the record. Whoever asked is told."
      sender="Let it stand"
      onSend={(reason) => trpc.resolution.declineReopening.mutate({ requestId, reason })}
    />
  );
}
