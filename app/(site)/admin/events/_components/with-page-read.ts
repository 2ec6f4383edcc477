import type { SourcePageView } from "#app/_events/event-view.ts";
import { localText } from "#core/time/local-text.ts";
import type { EventDraft, SourceDraft } from "./event-draft.ts";
import { publisherOf } from "./publisher-of.ts";

type Told = Pick<SourcePageView, "url" | "title" | "publisher" | "publishedAt">;

const or = (typed: string, told: string) => (typed.trim() === "" ? told : typed);

/** What a page says of itself, for the fields of its source that are empty: what was typed stays. */
export function filledFrom(page: Told, source: SourceDraft, zone: string): Partial<SourceDraft> {
  const { publishedAt } = page;
  return {
    publisher: or(source.publisher, page.publisher ?? publisherOf(page.url)),
    title: or(source.title, page.title ?? ""),
    published: or(source.published, publishedAt ? localText(publishedAt.getTime(), zone) : ""),
  };
}

/** A draft with what a page says put into its empty fields, if the source still cites that page. */
export function withPageRead(draft: EventDraft, key: number, page: Told): Partial<EventDraft> {
  const isCited = (source: SourceDraft) => source.key === key && source.url.trim() === page.url;
  if (!draft.sources.some(isCited)) return {};
  return {
    headline: or(draft.headline, (page.title ?? "").slice(0, 240).replace(/\p{Cs}$/u, "")),
    sources: draft.sources.map((source) =>
      isCited(source) ? { ...source, ...filledFrom(page, source, draft.zone) } : source,
    ),
  };
}
