import type { SourcePageView } from "#app/_events/event-view.ts";
import { pastedEvent } from "#core/event/pasted-event.ts";
import { localText } from "#core/time/local-text.ts";
import type { EventDraft, SourceDraft } from "./event-draft.ts";
import { publisherOf } from "./publisher-of.ts";

type Told = Pick<SourcePageView, "url" | "title" | "publisher" | "publishedAt">;

/** What is told, in a field that is empty or holds no more than the form's own guess from the address. */
function filled(field: string, guess: string, told: string | null): string {
  return field.trim() === "" || field === guess ? (told ?? guess) : field;
}

/**
 * A draft with what a page says of itself put where nobody has typed, if the source still cites that page. The guess at a
 * headline goes no further than it went before.
 */
export function withPageRead(draft: EventDraft, key: number, page: Told): Partial<EventDraft> {
  const isCited = (source: SourceDraft) => source.key === key && source.url.trim() === page.url;
  if (!draft.sources.some(isCited)) return {};
  const { headline: words = "" } = pastedEvent(page.url);
  const [guess, published] = [publisherOf(page.url), page.publishedAt?.getTime()];
  const fill = (source: SourceDraft): SourceDraft => ({
    ...source,
    publisher: filled(source.publisher, guess, page.publisher),
    title: filled(source.title, source.title === "" ? "" : words, page.title),
    published: filled(source.published, "", published === undefined ? null : localText(published, draft.zone)),
  });
  // Not a character is cut in two.
  const headline = page.title?.slice(0, 240).replace(/\p{Cs}$/u, "") ?? null;
  return {
    headline: filled(draft.headline, draft.headline === "" ? "" : words, headline),
    sources: draft.sources.map((source) => (isCited(source) ? fill(source) : source)),
  };
}
