"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "#app/_components/button.tsx";
import { Disclosure } from "#app/_components/disclosure.tsx";
import { Field } from "#app/_components/field.tsx";
import { TextArea } from "#app/_components/text-area.tsx";
import { FailureNotice } from "#app/_forms/failure-notice.tsx";
import { useSubmission } from "#app/_forms/use-submission.ts";
import { trpc } from "#app/_trpc/client.ts";
import { type ChosenEvidence, type EvidenceChoice, EvidenceField, evidenceIdsOf } from "./evidence-field.tsx";

interface Props {
  readonly resolutionId: string;
  readonly choices: readonly EvidenceChoice[];
  /** Against a proposal, or against the answer that stands. */
  readonly kind: "challenge" | "requestReopening";
}

const WORDS = {
  challenge: { opener: "Challenge this answer", sender: "Challenge" },
  requestReopening: { opener: "Ask to reopen this answer", sender: "Ask to reopen" },
} as const;

/** A reasoned objection to an answer, with the events that speak against it. */
export function ChallengeForm({ resolutionId, choices, kind }: Props) {
  const router = useRouter();
  const [reason, setReason] = useState("");
  const [evidence, setEvidence] = useState<ChosenEvidence>({ ids: [], typed: "" });
  const { submit, isPending, failure } = useSubmission();

  async function onSubmit(event: FormEvent) {
    event.preventDefault();
    const objection = { resolutionId, reason, evidenceIds: evidenceIdsOf(evidence) };
    if (await submit(() => trpc.resolution[kind].mutate(objection))) router.refresh();
  }

  return (
    <Disclosure summary={WORDS[kind].opener}>
      <form onSubmit={onSubmit} className="max-w-md space-y-4 pt-2">
        <FailureNotice failure={failure} beside={["reason", "evidenceIds"]} />
        <Field
          label="What is wrong with it"
          hint="Name the condition or the source. An admin must answer."
          error={failure?.fields.reason}
        >
          {(control) => (
            <TextArea
              {...control}
              rows={3}
              required
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        <EvidenceField
          choices={choices}
          chosen={evidence}
          onChange={setEvidence}
          error={failure?.fields.evidenceIds}
          isOptional
        />
        <Button type="submit" tone="secondary" disabled={isPending}>
          {isPending ? "Sending…" : WORDS[kind].sender}
        </Button>
      </form>
    </Disclosure>
  );
}
