"use client";

import { useEffect, useRef, useState } from "react";
import { useSubmission } from "#app/_forms/use-submission.ts";
import { type EventDraft, withoutBlankRows } from "./event-draft.ts";
import type { DraftChanges } from "./field-props.ts";

/** The draft of a form about an event, and its submission: what was typed stays, and the first fault gets the cursor. */
export function useEventDraft(initial: EventDraft) {
  const [draft, setDraft] = useState(initial);
  const form = useRef<HTMLFormElement>(null);
  const { submit, isPending, failure } = useSubmission();

  useEffect(() => {
    if (failure) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [failure]);

  async function record(work: (tidied: EventDraft) => Promise<unknown>): Promise<boolean> {
    const tidied = withoutBlankRows(draft);
    setDraft(tidied);
    return submit(async () => work(tidied));
  }

  const change = (changes: DraftChanges) =>
    setDraft((current) => ({ ...current, ...(typeof changes === "function" ? changes(current) : changes) }));
  return { draft, setDraft, change, form, record, isPending, failure, errors: failure?.fields ?? {} };
}
