import type { Criteria } from "#core/criteria/criteria.ts";
import { criteriaScope } from "#core/criteria/criteria-scope.ts";
import { criteriaKeys } from "#core/criteria/touched-by.ts";
import type { LoggedEvent } from "#core/event/event.ts";
import { DAY_MS } from "#core/time/time-window.ts";
import type { Db, Tx } from "#db/client.ts";
import { loadLog } from "./load-log.ts";

/**
 * The part of a topic's log that decides these criteria, and no more: a topic may hold a hundred thousand events, of
 * which a question's window meets a few hundred.
 */
export async function loadLogFor(
  db: Db | Tx,
  scope: { readonly topicId: string; readonly asOf?: Date | undefined },
  criteria: readonly Criteria[],
): Promise<LoggedEvent[]> {
  if (criteria.length === 0) return [];
  const scopes = criteria.map(criteriaScope);
  const window = {
    from: Math.min(...scopes.map(({ from }) => from)),
    until: Math.max(...scopes.map(({ until }) => until)),
  };
  const isOpen = scopes.some(({ types }) => types.length === 0);
  const types = isOpen ? [] : [...new Set(scopes.flatMap((one) => one.types))];
  const pairs = pairsOf(criteria);
  return loadLog(db, { ...scope, window, types, ...(pairs.length <= MAX_PAIRS ? { anyOf: pairs } : {}) });
}

/** Of each match the scarcest condition with its types, as the keys of criteria name them; a place is left to the evaluator. */
function pairsOf(criteria: readonly Criteria[]) {
  const keys = [...new Set(criteria.flatMap(criteriaKeys))].map((key) => key.split("|"));
  const byActor = Map.groupBy(keys, ([, anchor = ""]) => (anchor.startsWith("@") ? "" : anchor));
  return [...byActor].map(([actor, own]) => ({
    types: own.map(([type = ""]) => type),
    actors: actor === "" ? [] : [actor],
  }));
}

/** Beyond these one filter on types is quicker than many on pairs. */
const MAX_PAIRS = 50;
const MAX_NEAR = 2000;
const NEAR_MS = 30 * DAY_MS;

/**
 * What readers of a question look at beside the events that decide it: whatever happened in its window or in the thirty days on
 * either side of it, the latest two thousand. In order of time, with the deciding events among them.
 */
export async function loadLogAround(
  db: Db | Tx,
  scope: { readonly topicId: string; readonly asOf?: Date | undefined },
  { window }: Criteria,
  deciding: readonly LoggedEvent[],
): Promise<LoggedEvent[]> {
  const wide = { from: window.from - NEAR_MS, until: window.until + NEAR_MS };
  const near = await loadLog(db, { ...scope, window: wide, latest: MAX_NEAR });
  const known = new Set(near.map(({ id }) => id));
  const all = [...near, ...deciding.filter(({ id }) => !known.has(id))];
  return all.sort((one, other) => one.occurredFrom - other.occurredFrom || (one.id < other.id ? -1 : 1));
}
