import type { CoverageScopeAsked } from "./coverage-draft.ts";

/** What the address of the desk may ask for: a topic, a statement to replace, or a scope and span to begin with. */
export interface CoverageQuery {
  readonly topic?: string;
  readonly replace?: string;
  readonly types?: string;
  readonly actors?: string;
  readonly from?: string;
  readonly until?: string;
}

const MINUTE_MS = 60_000;
const listed = (text: string | undefined) => (typeof text === "string" ? text.split(",").filter(Boolean) : []);

/** The scope and span with which the form begins; undefined when the address names no span that can be read. */
export function scopeAsked({ types, actors, from, until }: CoverageQuery): CoverageScopeAsked | undefined {
  const [coversFrom, coversUntil] = [new Date(from ?? ""), new Date(until ?? "")];
  if (Number.isNaN(coversFrom.getTime()) || Number.isNaN(coversUntil.getTime())) return undefined;
  // The form tells times to the minute: what it covers takes in the whole of what is asked.
  coversFrom.setUTCSeconds(0, 0);
  coversUntil.setTime(Math.ceil(coversUntil.getTime() / MINUTE_MS) * MINUTE_MS);
  return { types: listed(types), actors: listed(actors), coversFrom, coversUntil, note: "" };
}

/** The address of the form that begins with a scope and span. */
export function scopeHref(topic: string, scope: Omit<CoverageScopeAsked, "note">): string {
  const query = new URLSearchParams({
    topic,
    types: scope.types.join(","),
    actors: scope.actors.join(","),
    from: scope.coversFrom.toISOString(),
    until: scope.coversUntil.toISOString(),
  });
  return `/admin/events/coverage?${query}`;
}
