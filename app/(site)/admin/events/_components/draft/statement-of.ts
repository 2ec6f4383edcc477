import type { inferRouterInputs } from "@trpc/server";
import type { EventRevisionView } from "#app/_events/event-view.ts";
import { typedNumber } from "#app/_forms/typed-number.ts";
import { DomainError } from "#core/errors.ts";
import { occurredInterval } from "#core/event/occurred-interval.ts";
import { zonedInstant } from "#core/time/zoned-instant.ts";
import type { AppRouter } from "#server/api/root.ts";
import type { EventDraft, SourceDraft } from "./event-draft.ts";

export type EventStatementInput = Omit<inferRouterInputs<AppRouter>["event"]["log"], "topicId">;

/** Runs `read` and says of any rule it breaks which field broke it. */
function inField<T>(field: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw error.inField(field);
  }
}

/** What is revised: as the log holds it, and as the form showed it. */
export interface Revised {
  readonly revision: EventRevisionView;
  readonly draft: EventDraft;
}

/** A form tells times to the minute; those that nobody touched stay as the log holds them. */
function intervalOf(draft: EventDraft, revised: Revised | undefined) {
  const { precision, from, until, zone } = draft;
  const shown = revised?.draft;
  const isUntouched =
    shown?.precision === precision && shown.from === from && shown.until === until && shown.zone === zone;
  if (revised && isUntouched) {
    const { occurredFrom, occurredUntil } = revised.revision;
    return { occurredFrom, occurredUntil };
  }
  const interval = inField("occurredFrom", () => occurredInterval({ precision, from, until, zone }));
  return { occurredFrom: new Date(interval.from), occurredUntil: new Date(interval.until) };
}

function publishedAt({ key, published }: SourceDraft, index: number, zone: string, revised: Revised | undefined): Date {
  const place =
    revised?.draft.sources.findIndex((source) => source.key === key && source.published === published) ?? -1;
  const stated = revised?.draft.zone === zone ? revised.revision.sources[place] : undefined;
  if (stated) return stated.publishedAt;
  return new Date(inField(`sources.${index}.publishedAt`, () => zonedInstant(published, zone)));
}

function sourceOf(draft: SourceDraft, published: Date) {
  const { key: _, published: __, group, archiveUrl, ...source } = draft;
  return {
    ...source,
    language: source.language.trim() || "en",
    publishedAt: published,
    ...(group.trim() === "" ? {} : { independenceGroup: group }),
    archiveUrl: archiveUrl.trim() === "" ? null : archiveUrl,
  };
}

/** What the form states, as the service takes it; throws at the first date that cannot be read. */
export function statementOf(draft: EventDraft, revised?: Revised): EventStatementInput {
  const { headline, description, type, subtype, precision, country, placeName, magnitude, unit } = draft;
  const own = subtype.trim();
  return {
    headline,
    description,
    type: own === "" ? type : `${type.split(".")[0]}.${own}`,
    ...intervalOf(draft, revised),
    precision,
    country: country || null,
    placeName: placeName.trim() || null,
    tags: draft.tags.split(/[\s,]+/).filter(Boolean),
    magnitude: magnitude.trim() === "" ? null : { value: typedNumber(magnitude) ?? Number.NaN, unit },
    actors: draft.actors.map(({ code, role, name }) => ({ code, role, ...(name.trim() === "" ? {} : { name }) })),
    sources: draft.sources.map((source, index) => sourceOf(source, publishedAt(source, index, draft.zone, revised))),
  };
}
