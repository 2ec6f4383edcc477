import type { Criteria } from "#core/criteria/criteria.ts";
import { criteriaScope } from "#core/criteria/criteria-scope.ts";
import type { LoggedEvent } from "#core/event/event.ts";
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
  return loadLog(db, { ...scope, window, types });
}
