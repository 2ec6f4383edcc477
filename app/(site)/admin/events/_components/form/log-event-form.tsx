"use client";

import { useRouter } from "next/navigation";
import { type KeyboardEvent, useState } from "react";
import { Button } from "#app/_components/button.tsx";
import type { KnownActor, LoggedView, Vocabulary } from "#app/_events/event-view.ts";
import { FailureNotice } from "#app/_forms/failure-notice.tsx";
import { useForm } from "#app/_forms/use-form.ts";
import { trpc } from "#app/_trpc/client.ts";
import {
  type EventDraft,
  emptyDraft,
  nextDraft,
  withoutBlankRows,
} from "#app/(site)/admin/events/_components/draft/event-draft.ts";
import { statementOf } from "#app/(site)/admin/events/_components/draft/statement-of.ts";
import { EventFields } from "#app/(site)/admin/events/_components/fields/event-fields.tsx";
import { DuplicateNotice } from "./duplicate-notice.tsx";
import { LoggedNotice } from "./logged-notice.tsx";
import { PastePart } from "./paste-part.tsx";

interface LogEventFormProps {
  readonly topics: readonly { readonly id: string; readonly title: string }[];
  readonly topicId: string;
  readonly known: readonly KnownActor[];
  readonly words: Vocabulary;
  readonly canReadPages: boolean;
}

/** Logs one event after another. Ctrl+Enter records from any field. */
export function LogEventForm({ topics, topicId, canReadPages, ...vocabulary }: LogEventFormProps) {
  const router = useRouter();
  const [logged, setLogged] = useState<{ view: LoggedView; headline: string } | null>(null);
  const form = useForm<EventDraft>(() => emptyDraft(topicId));
  const { values: draft, change, isPending, failure, errors } = form;

  const log = form.onSubmit(async (typed, pressed) => {
    const tidied = withoutBlankRows(typed);
    change(tidied);
    const view = await trpc.event.log.mutate({ topicId: tidied.topicId, ...statementOf(tidied) });
    if (pressed === "last") return router.push(`/events/${view.id}`);
    setLogged({ view, headline: tidied.headline });
    change(nextDraft(tidied));
    // So that actors who are new to the log are known from now on.
    router.refresh();
    form.ref.current?.querySelector<HTMLElement>("[data-focus=paste]")?.focus();
    scrollTo({ top: 0 });
  });

  /** What was pasted is in; the writer goes on at the first field that is still empty. */
  function fill(filled: EventDraft) {
    change(filled);
    requestAnimationFrame(() => {
      const required = form.ref.current?.querySelectorAll<HTMLInputElement | HTMLSelectElement>("[required]") ?? [];
      [...required].find(({ value }) => value === "")?.focus();
    });
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.ref.current?.requestSubmit();
  }

  return (
    <div className="space-y-6">
      {logged ? <LoggedNotice logged={logged.view} headline={logged.headline} /> : null}
      <form ref={form.ref} onSubmit={log} onKeyDown={onKeyDown} className="space-y-8">
        <PastePart draft={draft} onFill={fill} />
        <EventFields {...{ draft, change, errors, topics, canReadPages, ...vocabulary }} />
        <DuplicateNotice draft={draft} />
        <FailureNotice failure={failure}>What you typed is still here.</FailureNotice>
        <div className="flex flex-wrap items-center gap-3 border-t border-hairline pt-4">
          <Button type="submit" disabled={isPending}>
            {isPending ? "Recording…" : "Log, and on to the next"}
          </Button>
          <Button type="submit" value="last" tone="secondary" disabled={isPending}>
            Log and show it
          </Button>
          <p className="text-sm text-soft">Ctrl+Enter logs from any field.</p>
        </div>
      </form>
    </div>
  );
}
