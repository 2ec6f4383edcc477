"use client";

import { useRouter } from "next/navigation";
import { Button } from "#app/_components/button.tsx";
import { Field } from "#app/_components/field.tsx";
import { TextArea } from "#app/_components/text-area.tsx";
import { FailureNotice } from "#app/_forms/failure-notice.tsx";
import { useForm } from "#app/_forms/use-form.ts";
import { trpc } from "#app/_trpc/client.ts";
import type { RecordedStatus } from "#core/event/event.ts";

const ACTS = [
  { status: "disputed", act: "Dispute", words: "Somebody who should know denies it." },
  { status: "retracted", act: "Retract", words: "It did not happen, or the sources took it back." },
  { status: "reported", act: "Restore", words: "The doubt is settled: it happened as described." },
] as const;

/** Disputes, retracts or restores an event, with the reason that everybody will read. */
export function EventStatusForm({ eventId, current }: { eventId: string; current: RecordedStatus }) {
  const router = useRouter();
  const form = useForm({ reason: "" });
  const { errors, failure, isPending } = form;
  const acts = ACTS.filter(({ status }) => status !== current);

  const change = form.onSubmit(async ({ reason }, pressed) => {
    const status = acts.find((act) => act.status === pressed)?.status;
    if (!status) return;
    await trpc.event.setStatus.mutate({ eventId, status, reason });
    router.push(`/events/${eventId}`);
    router.refresh();
  });

  return (
    <form ref={form.ref} onSubmit={change} className="space-y-4">
      <p className="text-sm">
        Its status is <strong>{current}</strong>.
      </p>
      <Field
        label="Reason for the new status"
        hint={acts.map(({ act, words }) => `${act}: ${words}`).join(" ")}
        error={errors.reason}
      >
        {(control) => <TextArea {...control} rows={2} required maxLength={2000} {...form.text("reason")} />}
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
