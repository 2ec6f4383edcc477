"use client";

import { useRouter } from "next/navigation";
import { type SubmitEvent, useState } from "react";
import { Button } from "#app/_components/button.tsx";
import { Field } from "#app/_components/field.tsx";
import { FieldGroup } from "#app/_components/field-group.tsx";
import { Select } from "#app/_components/select.tsx";
import { TextInput } from "#app/_components/text-input.tsx";
import type { TwinView } from "#app/_events/event-view.ts";
import { occurredText } from "#app/_events/occurred-text.ts";
import { FailureNotice } from "#app/_forms/failure-notice.tsx";
import { useSubmission } from "#app/_forms/use-submission.ts";
import { trpc } from "#app/_trpc/client.ts";

const OTHER = "other";
const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

interface MergeFormProps {
  readonly eventId: string;
  /** The likeliest first. */
  readonly twins: readonly TwinView[];
}

/** Makes one of two events that are the same: which is the other, which of them stands, and why. */
export function MergeForm({ eventId, twins }: MergeFormProps) {
  const router = useRouter();
  const [chosen, setChosen] = useState(twins[0]?.event.id ?? OTHER);
  const [address, setAddress] = useState("");
  const [standing, setStanding] = useState<"that" | "this">("that");
  const [reason, setReason] = useState("");
  const { submit, isPending, failure } = useSubmission();

  async function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const twinId = chosen === OTHER ? (ID.exec(address)?.[0] ?? "") : chosen;
    const pair = standing === "that" ? { eventId, intoId: twinId } : { eventId: twinId, intoId: eventId };
    const isMerged = await submit(() => trpc.event.merge.mutate({ ...pair, reason }));
    if (!isMerged) return;
    router.push(`/events/${pair.intoId}`);
    router.refresh();
  }

  const errors = failure?.fields ?? {};
  return (
    <form onSubmit={onSubmit} method="post" className="space-y-4">
      <FieldGroup legend="It is the same event as" error={chosen === OTHER ? undefined : errors.intoId}>
        <ul className="space-y-2 text-sm">
          {twins.map(({ event, reasons }) => (
            <li key={event.id}>
              <label className="flex gap-2">
                <input
                  type="radio"
                  name="twin"
                  className="mt-1 accent-accent"
                  checked={chosen === event.id}
                  onChange={() => setChosen(event.id)}
                />
                <span>
                  {event.headline}{" "}
                  <span className="text-soft">
                    ({occurredText(event)}: {reasons.join(", ")})
                  </span>
                </span>
              </label>
            </li>
          ))}
          <li>
            <label className="flex gap-2">
              <input
                type="radio"
                name="twin"
                className="mt-1 accent-accent"
                checked={chosen === OTHER}
                onChange={() => setChosen(OTHER)}
              />
              <span>{twins.length > 0 ? "Another one" : "Nothing in the log looks alike; name the other one"}</span>
            </label>
          </li>
        </ul>
      </FieldGroup>
      {chosen === OTHER ? (
        <Field label="Address of the other event" error={errors.intoId ?? errors.eventId}>
          {(control) => (
            <TextInput
              {...control}
              required
              placeholder="/events/…"
              value={address}
              onChange={(event) => setAddress(event.target.value)}
            />
          )}
        </Field>
      ) : null}
      <Field label="Which one stands" hint="It keeps what it states, and takes in the sources of the other.">
        {(control) => (
          <Select
            {...control}
            value={standing}
            onChange={(event) => setStanding(event.target.value === "this" ? "this" : "that")}
          >
            <option value="that">The other one</option>
            <option value="this">This one</option>
          </Select>
        )}
      </Field>
      <Field label="Why they are one" error={errors.reason}>
        {(control) => (
          <TextInput
            {...control}
            required
            maxLength={2000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      <FailureNotice failure={failure} />
      <Button type="submit" tone="secondary" disabled={isPending}>
        {isPending ? "Merging…" : "Merge"}
      </Button>
    </form>
  );
}
