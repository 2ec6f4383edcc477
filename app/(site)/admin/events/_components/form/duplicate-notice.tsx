"use client";

import { useEffect, useState } from "react";
import { Notice } from "#app/_components/notice.tsx";
import type { DuplicateView } from "#app/_events/event-view.ts";
import { occurredText } from "#app/_events/occurred-text.ts";
import { trpc } from "#app/_trpc/client.ts";
import type { EventDraft } from "#app/(site)/admin/events/_components/draft/event-draft.ts";
import { occurredInterval } from "#core/event/occurred-interval.ts";

const PAUSE_MS = 600;
const MAX_LETTERS = 300;
const CODE = /^([A-Z]{3}){1,5}$/;

/** What the search for duplicates asks with; undefined until there is enough of it. */
function traitsOf(draft: EventDraft, eventId: string | undefined) {
  try {
    const { from, until } = occurredInterval(draft);
    const actors = draft.actors
      .map(({ code, role }) => ({ code: code.trim().toUpperCase(), role }))
      .filter(({ code }) => CODE.test(code));
    if (draft.type === "" || draft.topicId === "") return undefined;
    return {
      topicId: draft.topicId,
      ...(eventId ? { eventId } : {}),
      headline: draft.headline.slice(0, MAX_LETTERS),
      type: draft.type,
      occurredFrom: new Date(from),
      occurredUntil: new Date(until),
      country: draft.country || null,
      placeName: draft.placeName.trim() || null,
      actors,
      urls: draft.sources.map(({ url }) => url.trim()).filter(Boolean),
    };
  } catch {
    return undefined;
  }
}

/** While an event is typed: those in the log that may be the same one. */
export function DuplicateNotice({ draft, eventId }: { draft: EventDraft; eventId?: string | undefined }) {
  const [duplicates, setDuplicates] = useState<readonly DuplicateView[]>([]);
  const traits = traitsOf(draft, eventId);
  const key = JSON.stringify(traits);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for `traits`, which is made anew at each turn.
  useEffect(() => {
    if (!traits) return setDuplicates([]);
    let isCurrent = true;
    const timer = setTimeout(() => {
      // Duplicates are a hint: when they cannot be had, the form works without.
      trpc.event.duplicates.query(traits).then(
        (found) => isCurrent && setDuplicates(found),
        () => {},
      );
    }, PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [key]);
  if (duplicates.length === 0) return null;
  return (
    <Notice tone="warning" title="The log may hold this already" live>
      <ul className="space-y-1.5">
        {duplicates.map(({ event, reasons }) => (
          <li key={event.id}>
            <a href={`/events/${event.id}`} target="_blank" rel="noreferrer" className="link">
              {event.headline}
            </a>{" "}
            <span className="text-soft">
              ({occurredText(event)}: {reasons.join(", ")})
            </span>{" "}
            <a href={`/admin/events/${event.id}`} target="_blank" rel="noreferrer" className="link">
              Revise that one
            </a>
          </li>
        ))}
      </ul>
      <p className="mt-2">
        If it is the same event, add your source to that one, or log yours and{" "}
        {eventId ? "merge the two above" : "merge the two afterwards"}.
      </p>
    </Notice>
  );
}
