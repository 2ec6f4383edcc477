"use client";

import { useRouter } from "next/navigation";
import { type SubmitEvent, useState } from "react";
import { Button } from "#app/_components/button.tsx";
import { Field } from "#app/_components/field.tsx";
import { TextArea } from "#app/_components/text-area.tsx";
import { FailureNotice } from "#app/_forms/failure-notice.tsx";
import { useSubmission } from "#app/_forms/use-submission.ts";
import { trpc } from "#app/_trpc/client.ts";
import type { RecordedStatus } from "#core/event/event.ts";

const ACTS = [
  { status: "disputed", act: "Dispute", words: "Somebody with standing denies it." },
  { status: "retracted", act: "Retract", words: "It did not happen, or the sources took it back." },
  { status: "reported", act: "Restore", words: "The doubt is settled: it happened as stated." },
] as const;

/** Disputes, retracts or restores an event, with the reason that everybody will read. */
export function StandingForm({ eventId, standing }: { eventId: string; standing: RecordedStatus }) {
  const router = useRouter();
  const [reason, setReason] = useState("");
  const { submit, isPending, failure } = useSubmission();
  const acts = ACTS.filter(({ status }) => status !== standing);

  async function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const pressed = (event.nativeEvent.submitter as HTMLButtonElement | null)?.value;
    const status = acts.find((act) => act.status === pressed)?.status;
    if (!status) return;
    if (await submit(() => trpc.event.setStatus.mutate({ eventId, status, reason }))) {
      router.push(`/events/${eventId}`);
      router.refresh();
    }
  }

  return (
    <form onSubmit={onSubmit} className="space-y-4">
      <p className="text-sm">
        It stands as <strong>{standing}</strong>.
      </p>
      <Field
        label="Why its standing changes"
        hint={acts.map(({ act, words }) => `${act}: ${words}`).join(" ")}
        error={failure?.fields.reason}
      >
        {(control) => (
          <TextArea
            {...control}
            rows={2}
            required
            maxLength={2000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      <FailureNotice failure={failure} beside={["reason"]} />
      <div className="flex flex-wrap gap-2">
        {acts.map(({ status, act }) => (
          <Button
            key={status}
            type="submit"
            value={status}
            tone={status === "reported" ? "secondary" : "danger"}
            disabled={isPending}
          >
            {act}
          </Button>
        ))}
      </div>
    </form>
  );
}
