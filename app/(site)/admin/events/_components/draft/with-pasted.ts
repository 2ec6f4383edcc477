import { pastedEvent } from "#core/event/pasted-event.ts";
import { type EventDraft, emptySource } from "./event-draft.ts";
import { publisherOf } from "./publisher-of.ts";

/**
 * A draft with what a pasted text tells put in. What was typed before stays; an address goes to the first source that
 * has none. When a page was published is not guessed: it decides when an event was known.
 */
export function withPasted(draft: EventDraft, text: string): EventDraft {
  const { url, headline = "", date } = pastedEvent(text);
  const from = draft.from === "" && date ? (draft.precision === "month" ? date.slice(0, 7) : date) : draft.from;
  const isDay = date !== undefined && draft.from === "" && draft.precision === "instant";
  return {
    ...draft,
    headline: draft.headline.trim() === "" ? headline : draft.headline,
    // A date alone is known to the day.
    ...(isDay ? { precision: "day" as const } : {}),
    from,
    sources: url ? withSource(draft.sources, url, headline) : draft.sources,
  };
}

function withSource(sources: EventDraft["sources"], url: string, title: string): EventDraft["sources"] {
  if (sources.some((source) => source.url.trim() === url)) return sources;
  const place = sources.findIndex((source) => source.url.trim() === "");
  const told = { url, publisher: publisherOf(url), title };
  if (place < 0) return [...sources, { ...emptySource(), ...told }];
  return sources.map((source, index) =>
    index === place
      ? {
          ...source,
          url,
          publisher: source.publisher === "" ? told.publisher : source.publisher,
          title: source.title === "" ? title : source.title,
        }
      : source,
  );
}
