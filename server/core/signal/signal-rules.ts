import type { Match } from "#core/criteria/criteria.ts";
import { matchFindings } from "#core/criteria/match-findings.ts";
import { DomainError, ensure } from "#core/errors.ts";

/**
 * Throws unless a match can be watched for: it asks for something, and for nothing that no event can have.
 *
 * Errors: `signal_must_ask_for_something`, `signal_must_not_contradict_itself`, both on the field `match`.
 *
 * @example
 * ensureWatchable({ types: ["AGREE"] }); // => undefined
 */
export function ensureWatchable(match: Match): void {
  const { types, actors, roles, places, tags, magnitude } = match;
  const lists = [
    types,
    tags,
    actors?.all,
    actors?.any,
    roles?.initiator,
    roles?.recipient,
    roles?.mediator,
    places?.any,
  ];
  const asks = lists.some((list) => list !== undefined && list.length > 0) || magnitude !== undefined;
  ensure(asks, "signal_must_ask_for_something", { field: "match" });
  const wrong = matchFindings(match).find(({ severity }) => severity === "error");
  if (wrong)
    throw new DomainError("signal_must_not_contradict_itself", {
      finding: wrong.code,
      text: wrong.message,
      field: "match",
    });
}
