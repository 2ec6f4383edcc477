"use client";

import { TextForm } from "#app/_forms/text-form.tsx";
import { trpc } from "#app/_trpc/client.ts";

/** Proposes what was suggested, or says why not. */
export function AnswerSuggestionForms({ suggestionId }: { suggestionId: string }) {
  return (
    <div className="flex flex-wrap items-start gap-2">
      <TextForm
        opener="Propose it"
        openerTone="secondary"
        label="Why this is the answer"
        hint="Part of the record: the proposal is yours."
        sender="Propose"
        onSend={(reason) => trpc.resolution.adoptSuggestion.mutate({ suggestionId, reason })}
      />
      <TextForm
        opener="Decline"
        openerTone="quiet"
        label="Why not"
        hint="The person who suggested it gets a notice."
        sender="Decline it"
        onSend={(reason) => trpc.resolution.declineSuggestion.mutate({ suggestionId, reason })}
      />
    </div>
  );
}
