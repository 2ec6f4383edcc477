"use client";

import { TextForm } from "#app/_forms/text-form.tsx";
import { trpc } from "#app/_trpc/client.ts";

/** Leaves an answer as it is, with a reason that whoever asked is told. */
export function DeclineReopeningForm({ requestId }: { requestId: string }) {
  return (
    <TextForm
      opener="Keep the answer"
      openerTone="quiet"
      label="Why the answer is kept"
      hint="Part of the record. The person who asked gets a notice."
      sender="Let it stand"
      onSend={(reason) => trpc.resolution.declineReopening.mutate({ requestId, reason })}
    />
  );
}
