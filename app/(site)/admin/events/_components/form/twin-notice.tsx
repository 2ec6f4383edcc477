"use client";

import { useEffect, useState } from "react";
import { Notice } from "#app/_components/notice.tsx";
import type { TwinView } from "#app/_events/event-view.ts";
import { occurredText } from "#app/_events/occurred-text.ts";
import { trpc } from "#app/_trpc/client.ts";
import { occurredInterval } from "#core/event/occurred-interval.ts";
import type { EventDraft } from "../draft/event-draft.ts";

const PAUSE_MS = 600;
const MOST_LETTERS = 300;
const CODE = /^([A-Z]{3}){1,5}$/;

/** What the search for twins asks with; undefined until there is enough of it. */
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
      headline: draft.headline.slice(0, MOST_LETTERS),
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
export function TwinNotice({ draft, eventId }: { draft: EventDraft; eventId?: string | undefined }) {
  const [twins, setTwins] = useState<readonly TwinView[]>([]);
  const traits = traitsOf(draft, eventId);
  const key = JSON.stringify(traits);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for `traits`, which is made anew at each turn.
  useEffect(() => {
    if (!traits) return setTwins([]);
    let isCurrent = true;
    const timer = setTimeout(() => {
      // Twins are a hint: when they cannot be had, the form works without.
      trpc.event.twins.query(traits).then(
        (found) => isCurrent && setTwins(found),
        () => {},
      );
    }, PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [key]);
  if (twins.length === 0) return null;
  return (
    <Notice tone="warning" title="The log may hold this already" live>
      <ul className="space-y-1.5">
        {twins.map(({ event, reasons }) => (
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
