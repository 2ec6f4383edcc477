"use client";

import { TextForm } from "#app/_forms/text-form.tsx";
import { trpc } from "#app/_trpc/client.ts";

/** Declines a suggestion with a reason, which whoever made it is told. */
export function DeclineForm({ suggestionId }: { suggestionId: string }) {
  return (
    <TextForm
      opener="Decline"
      openerTone="quiet"
      label="Why not"
      hint="The person who suggested it gets a notice."
      sender="Decline it"
      onSend={(reason) => trpc.suggestion.decline.mutate({ suggestionId, reason })}
    />
  );
}
