"use client";

import { useRouter } from "next/navigation";
import { useMemo, useState } from "react";
import { Button } from "#app/_components/button.tsx";
import { Field } from "#app/_components/field.tsx";
import { TextArea } from "#app/_components/text-area.tsx";
import type { EventRevisionView, EventView, KnownActor, LoggedView, Vocabulary } from "#app/_events/event-view.ts";
import { FailureNotice } from "#app/_forms/failure-notice.tsx";
import { useForm } from "#app/_forms/use-form.ts";
import { trpc } from "#app/_trpc/client.ts";
import { draftOf } from "#app/(site)/admin/events/_components/draft/draft-of.ts";
import { type EventDraft, withoutBlankRows } from "#app/(site)/admin/events/_components/draft/event-draft.ts";
import { statementOf } from "#app/(site)/admin/events/_components/draft/statement-of.ts";
import { EventFields } from "#app/(site)/admin/events/_components/fields/event-fields.tsx";
import { DuplicateNotice } from "#app/(site)/admin/events/_components/form/duplicate-notice.tsx";
import { LoggedNotice } from "#app/(site)/admin/events/_components/form/logged-notice.tsx";

interface ReviseEventFormProps {
  readonly event: EventView;
  readonly latest: EventRevisionView;
  readonly known: readonly KnownActor[];
  readonly words: Vocabulary;
  readonly canReadPages: boolean;
}

interface Revised {
  readonly logged: LoggedView;
  readonly headline: string;
}

/** States an event anew, with the reason why; then says what was recorded, above a form for the next revision. */
export function ReviseEventForm(props: ReviseEventFormProps) {
  const router = useRouter();
  // Kept here, outside the form: that one begins anew with each revision.
  const [revised, setRevised] = useState<Revised | null>(null);
  const { latest } = props;
  const isShownYet = revised === null || revised.logged.number <= latest.number;
  return (
    <div className="space-y-8">
      {revised ? <LoggedNotice {...revised} /> : null}
      {isShownYet ? (
        <RevisionForm
          key={latest.id}
          {...props}
          onRevised={(done) => {
            setRevised(done);
            router.refresh();
          }}
        />
      ) : null}
    </div>
  );
}

function RevisionForm({
  event,
  latest,
  onRevised,
  ...fields
}: ReviseEventFormProps & { onRevised: (revised: Revised) => void }) {
  const shown = useMemo(() => draftOf(event.topic.id, latest), [event.topic.id, latest]);
  const form = useForm<EventDraft & { readonly reason: string }>(() => ({ ...shown, reason: "" }));
  const { values: draft, change, isPending, failure, errors } = form;

  const revise = form.onSubmit(async ({ reason, ...typed }) => {
    const tidied = withoutBlankRows(typed);
    change(tidied);
    const statement = statementOf(tidied, { revision: latest, draft: shown });
    const revision = { eventId: event.id, basedOn: latest.number, reason, ...statement };
    onRevised({ logged: await trpc.event.revise.mutate(revision), headline: tidied.headline });
  });

  return (
    <form ref={form.ref} onSubmit={revise} className="space-y-8">
      <EventFields draft={draft} change={change} errors={errors} {...fields} />
      <DuplicateNotice draft={draft} eventId={event.id} />
      <Field
        label="Reason for the change"
        hint="What you change, and why. Everybody can read it."
        error={errors.reason}
      >
        {(control) => <TextArea {...control} rows={2} required maxLength={2000} {...form.text("reason")} />}
      </Field>
      <FailureNotice failure={failure}>What you typed is still here.</FailureNotice>
      <Button type="submit" disabled={isPending}>
        {isPending ? "Recording…" : `Record revision ${latest.number + 1}`}
      </Button>
    </form>
  );
}
