"use client";

import { useRouter } from "next/navigation";
import { Button } from "#app/_components/button.tsx";
import { Disclosure } from "#app/_components/disclosure.tsx";
import { Field } from "#app/_components/field.tsx";
import { TextArea } from "#app/_components/text-area.tsx";
import { FailureNotice } from "#app/_forms/failure-notice.tsx";
import { useForm } from "#app/_forms/use-form.ts";
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
  const form = useForm<{ reason: string; evidence: ChosenEvidence }>({ reason: "", evidence: { ids: [], typed: "" } });
  const { values, errors, failure, isPending } = form;

  const object = form.onSubmit(async ({ reason, evidence }) => {
    await trpc.resolution[kind].mutate({ resolutionId, reason, evidenceIds: evidenceIdsOf(evidence) });
    router.refresh();
  });

  return (
    <Disclosure summary={WORDS[kind].opener}>
      <form ref={form.ref} onSubmit={object} className="max-w-md space-y-4 pt-2">
        <FailureNotice failure={failure} beside={["reason", "evidenceIds"]} />
        <Field
          label="What is wrong with it"
          hint="Name the condition or the source. An admin must answer."
          error={errors.reason}
        >
          {(control) => <TextArea {...control} rows={3} required {...form.text("reason")} />}
        </Field>
        <EvidenceField
          choices={choices}
          chosen={values.evidence}
          onChange={(evidence) => form.change({ evidence })}
          error={errors.evidenceIds}
          isOptional
        />
        <Button type="submit" tone="secondary" disabled={isPending}>
          {isPending ? "Sending…" : WORDS[kind].sender}
        </Button>
      </form>
    </Disclosure>
  );
}
