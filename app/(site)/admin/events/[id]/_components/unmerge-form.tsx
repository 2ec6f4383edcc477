"use client";

import { TextForm } from "#app/_forms/text-form.tsx";
import { trpc } from "#app/_trpc/client.ts";

/** Takes a merge back. */
export function UnmergeForm({ eventId }: { eventId: string }) {
  return (
    <TextForm
      opener="Take the merge back"
      openerTone="secondary"
      label="Why they are two"
      hint="Everybody can read it."
      sender="Take it back"
      onSend={(reason) => trpc.event.unmerge.mutate({ eventId, reason })}
    />
  );
}
