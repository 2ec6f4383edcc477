import type { EventDraft } from "#app/(site)/admin/events/_components/draft/event-draft.ts";

/** Changes to a draft; told from the draft as it then is, when they come later than they were asked for. */
export type DraftChanges = Partial<EventDraft> | ((current: EventDraft) => Partial<EventDraft>);

/** What each part of the form is given: the draft, the way to change it, and what is wrong by field. */
export interface PartProps {
  readonly draft: EventDraft;
  readonly change: (changes: DraftChanges) => void;
  readonly errors: Readonly<Record<string, string>>;
}

/** Puts what was typed into one field of the draft. */
export function typedInto<Name extends string>(change: (changes: Record<Name, string>) => void, name: Name) {
  return (event: { target: { value: string } }) => change({ [name]: event.target.value } as Record<Name, string>);
}
