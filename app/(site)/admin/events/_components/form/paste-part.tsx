"use client";

import { type ClipboardEvent, type KeyboardEvent, useState } from "react";
import { Field } from "#app/_components/field.tsx";
import { TextInput } from "#app/_components/text-input.tsx";
import type { EventDraft } from "#app/(site)/admin/events/_components/draft/event-draft.ts";
import { withPasted } from "#app/(site)/admin/events/_components/draft/with-pasted.ts";

interface PastePartProps {
  readonly draft: EventDraft;
  readonly onFill: (draft: EventDraft) => void;
}

/** The fastest way in: what was copied elsewhere is put into the fields it tells. */
export function PastePart({ draft, onFill }: PastePartProps) {
  const [text, setText] = useState("");

  function fill(words: string) {
    if (words.trim() === "") return;
    onFill(withPasted(draft, words));
    setText("");
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "Enter" || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    fill(text);
  }

  function onPaste(event: ClipboardEvent) {
    if (text !== "") return;
    event.preventDefault();
    fill(event.clipboardData.getData("text"));
  }

  return (
    <Field
      label="Paste here to begin"
      optional
      hint="An address, or a headline with its date: “Envoys meet in Muscat, 6 Feb 2026”. Enter fills the form; nothing is fetched."
    >
      {(control) => (
        <TextInput
          {...control}
          data-focus="paste"
          dir="auto"
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
        />
      )}
    </Field>
  );
}
