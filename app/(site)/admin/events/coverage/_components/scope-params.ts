import { type AddressQuery, addressParams } from "#app/_address/address-params.ts";
import { asOfFrom } from "#app/_events/as-of.ts";
import type { CoverageScopeAsked } from "./coverage-draft.ts";

const MINUTE_MS = 60_000;
const MAX_CHARACTERS = 2000;
const listed = (text = "") => text.split(",").filter(Boolean);

/** The scope and span with which the form begins; undefined when the address names no span that can be read. */
export function scopeParams(query: AddressQuery): CoverageScopeAsked | undefined {
  const { text } = addressParams(query);
  const [types, actors] = [text("types", MAX_CHARACTERS), text("actors", MAX_CHARACTERS)];
  const [coversFrom, coversUntil] = [asOfFrom(text("from")), asOfFrom(text("until"))];
  if (!coversFrom || !coversUntil) return undefined;
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
