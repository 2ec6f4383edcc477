"use client";

import { useRouter } from "next/navigation";
import { Button } from "#app/_components/button.tsx";
import { Field } from "#app/_components/field.tsx";
import { FieldGroup } from "#app/_components/field-group.tsx";
import { Select } from "#app/_components/select.tsx";
import { TextInput } from "#app/_components/text-input.tsx";
import type { DuplicateView } from "#app/_events/event-view.ts";
import { occurredText } from "#app/_events/occurred-text.ts";
import { FailureNotice } from "#app/_forms/failure-notice.tsx";
import { useForm } from "#app/_forms/use-form.ts";
import { trpc } from "#app/_trpc/client.ts";

const OTHER = "other";
const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

interface MergeFormProps {
  readonly eventId: string;
  /** The likeliest first. */
  readonly duplicates: readonly DuplicateView[];
}

/** Makes one of two events that are the same: which is the other, which of them stands, and why. */
export function MergeForm({ eventId, duplicates }: MergeFormProps) {
  const router = useRouter();
  const form = useForm({ chosen: duplicates[0]?.event.id ?? OTHER, address: "", current: "that", reason: "" });
  const { change, errors, failure, isPending } = form;
  const { chosen } = form.values;

  const merge = form.onSubmit(async ({ address, current, reason }) => {
    const duplicateId = chosen === OTHER ? (ID.exec(address)?.[0] ?? "") : chosen;
    const pair = current === "that" ? { eventId, intoId: duplicateId } : { eventId: duplicateId, intoId: eventId };
    await trpc.event.merge.mutate({ ...pair, reason });
    router.push(`/events/${pair.intoId}`);
    router.refresh();
  });

  return (
    <form ref={form.ref} onSubmit={merge} method="post" className="space-y-4">
      <FieldGroup legend="It is the same event as" error={chosen === OTHER ? undefined : errors.intoId}>
        <ul className="space-y-2 text-sm">
          {duplicates.map(({ event, reasons }) => (
            <li key={event.id}>
              <label className="flex gap-2">
                <input
                  type="radio"
                  name="duplicate"
                  className="mt-1 accent-accent"
                  checked={chosen === event.id}
                  onChange={() => change({ chosen: event.id })}
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
                name="duplicate"
                className="mt-1 accent-accent"
                checked={chosen === OTHER}
                onChange={() => change({ chosen: OTHER })}
              />
              <span>
                {duplicates.length > 0 ? "Another one" : "Nothing in the log looks alike; name the other one"}
              </span>
            </label>
          </li>
        </ul>
      </FieldGroup>
      {chosen === OTHER ? (
        <Field label="Address of the other event" error={errors.intoId ?? errors.eventId}>
          {(control) => <TextInput {...control} required placeholder="/events/…" {...form.text("address")} />}
        </Field>
      ) : null}
      <Field label="Which one to keep" hint="It keeps what it states, and takes in the sources of the other.">
        {(control) => (
          <Select {...control} {...form.text("current")}>
            <option value="that">The other one</option>
            <option value="this">This one</option>
          </Select>
        )}
      </Field>
      <Field label="Why they are one" error={errors.reason}>
        {(control) => <TextInput {...control} required maxLength={2000} {...form.text("reason")} />}
      </Field>
      <FailureNotice failure={failure} />
      <Button type="submit" tone="secondary" disabled={isPending}>
        {isPending ? "Merging…" : "Merge"}
      </Button>
    </form>
  );
}
