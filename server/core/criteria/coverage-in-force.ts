import { actorMatches } from "#core/event/actor-matches.ts";
import { typeMatches } from "#core/event/type-matches.ts";
import type { TimeWindow } from "#core/time/time-window.ts";
import { commonSpans, windowGaps } from "#core/time/window-gaps.ts";
import type { CoverageStatement } from "./coverage.ts";
import type { Match } from "./criteria.ts";

const ALWAYS: TimeWindow = { from: -Infinity, until: Infinity };

/**
 * The statements of coverage that stand at an instant: signed by then, and not replaced by one signed by then.
 *
 * A statement cannot vouch for what had not yet happened when it was signed, so each ends at its signing at the latest.
 * Units: epoch milliseconds. Order: by id, whatever the order given.
 *
 * @example
 * coverageInForce([{ id: "a", types: [], actors: [], coversFrom: 0, coversUntil: 9, signedAt: 5, supersedesId: null }], 6)[0].coversUntil; // => 5
 */
export function coverageInForce(statements: readonly CoverageStatement[], asOf: number): CoverageStatement[] {
  const signed = statements.filter(({ signedAt }) => signedAt <= asOf);
  const replaced = new Set(signed.map(({ supersedesId }) => supersedesId));
  return signed
    .filter(({ id }) => !replaced.has(id))
    .map((statement) => ({ ...statement, coversUntil: Math.min(statement.coversUntil, statement.signedAt) }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * The parts of a window in which absence of an event proves nothing, for want of signed coverage.
 *
 * An event of the match has one of its types, so each type must be covered. It has every actor of `all`, and one of
 * `any` and of each role: completeness for one of the former, or for every one of a list of the latter, is enough.
 * Several statements may cover it jointly.
 * Formula: window ∖ ⋂ types ⋃ groups ⋂ codes of the group ⋃ spans of the statements for (type, code).
 *
 * @example
 * coverageGaps({ types: ["AGREE"] }, { from: 0, until: 9 }, []); // => [{ from: 0, until: 9 }]
 */
export function coverageGaps(match: Match, window: TimeWindow, statements: readonly CoverageStatement[]): TimeWindow[] {
  const covered = typesOf(match).map((type) => {
    const spans = scopesOf(match).map((codes) =>
      codes.map((code) => spansOf(statements, type, code)).reduce(commonSpans, [ALWAYS]),
    );
    return spans.flat();
  });
  return windowGaps(window, covered.reduce(commonSpans, [ALWAYS]));
}

/**
 * The statements that vouch for some of a match in some of a window.
 *
 * @example
 * relevantCoverage({ types: ["AGREE"] }, { from: 0, until: 9 }, []); // => []
 */
export function relevantCoverage(
  match: Match,
  window: TimeWindow,
  statements: readonly CoverageStatement[],
): CoverageStatement[] {
  const codes = scopesOf(match).flat();
  return statements.filter(
    (statement) =>
      statement.coversFrom < window.until &&
      window.from < statement.coversUntil &&
      typesOf(match).some((type) => codes.some((code) => vouches(statement, type, code))),
  );
}

/**
 * The fewest actors whose events a statement must cover to vouch for a match; none when only everybody's will do.
 *
 * @example
 * narrowestScope({ types: [], actors: { all: ["IRN", "USA"], any: ["OMN", "QAT"] } }); // => ["IRN"]
 * narrowestScope({ types: ["AGREE"] }); // => []
 */
export function narrowestScope(match: Match): readonly string[] {
  const [, ...groups] = scopesOf(match);
  const codes = groups.toSorted((a, b) => a.length - b.length)[0] ?? [];
  return codes.filter((code) => code !== null);
}

function typesOf(match: Match): readonly string[] {
  return match.types.length === 0 ? [""] : match.types;
}

/** Groups of actors, any one of which, complete, shows that no event of the match is lacking; `null` is everybody. */
function scopesOf({ actors, roles }: Match): (readonly (string | null)[])[] {
  const lists = [actors?.any, roles?.initiator, roles?.recipient, roles?.mediator];
  const groups = [
    ...(actors?.all ?? []).map((code) => [code]),
    ...lists.flatMap((codes) => (codes?.length ? [codes] : [])),
  ];
  return [[null], ...groups];
}

function spansOf(statements: readonly CoverageStatement[], type: string, code: string | null): TimeWindow[] {
  return statements
    .filter((statement) => vouches(statement, type, code))
    .map(({ coversFrom, coversUntil }) => ({ from: coversFrom, until: coversUntil }));
}

function vouches(statement: CoverageStatement, type: string, code: string | null): boolean {
  const forType = statement.types.length === 0 || statement.types.some((prefix) => typeMatches(prefix, type));
  const forActor =
    statement.actors.length === 0 || (code !== null && statement.actors.some((actor) => actorMatches(actor, code)));
  return forType && forActor;
}
