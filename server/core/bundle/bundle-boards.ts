import { fromNanos } from "#core/nanos.ts";
import { boardRanks } from "#core/ranking/board-ranks.ts";
import {
  type BoardStanding,
  ratingOfStanding,
  standingOfQuestion,
  sumOfStandings,
} from "#core/ranking/board-standing.ts";
import { isProvisional } from "#core/ranking/is-provisional.ts";
import { seasonOf } from "#core/ranking/season-of.ts";
import type { BundleForecaster, BundleQuestion } from "./bundle.ts";
import type { ScoredBundleQuestion } from "./bundle-scores.ts";

export interface BundleBoardRow {
  /** Ties share a rank ("1224"). A reference line has the rank it would take, and moves nobody down. */
  readonly rank: number;
  readonly forecasterId: string;
  readonly isReference: boolean;
  readonly rating: number;
  readonly peer: number;
  readonly coverage: number;
  readonly questions: number;
  readonly meanBrier: number;
  readonly isProvisional: boolean;
}

/** People and bots are ranked apart. */
export interface BundleBoard {
  /** all | season:2026-q1 | topic:… */
  readonly scope: string;
  readonly of: "people" | "bots";
  readonly rows: readonly BundleBoardRow[];
}

/**
 * The boards of a bundle: all time, each season and each topic, people apart from bots.
 *
 * Formula: rating = Σ w·Peer / (30 + Σ w·peerCoverage); sums in whole billionths, as the stored boards keep them. A season has all
 * of its questions: a bundle has no clock, so it is read as if every scheduled close had passed.
 * Units: Peer points; coverage in questions; Brier 0 best … 1, a plain mean over questions.
 * Source: `scoring.md` §1 "Leaderboards".
 *
 * @example
 * bundleBoards([], []); // => []
 */
export function bundleBoards(
  scored: readonly ScoredBundleQuestion[],
  forecasters: readonly BundleForecaster[],
): BundleBoard[] {
  const scopes = new Map<string, Map<string, BoardStanding>>();
  for (const { question, scores } of scored) {
    for (const scope of scopesOf(question)) {
      const standings = scopes.get(scope) ?? new Map<string, BoardStanding>();
      scopes.set(scope, standings);
      for (const score of scores) {
        const added = standingOfQuestion(score, question.weight);
        const before = standings.get(score.forecaster);
        standings.set(score.forecaster, before ? sumOfStandings(before, added) : added);
      }
    }
  }
  const names = [...scopes.keys()].sort();
  return names.flatMap((scope) =>
    (["people", "bots"] as const).flatMap((of) => {
      const entrants = forecasters.filter(({ id, isBot }) => isBot === (of === "bots") && scopes.get(scope)?.has(id));
      if (entrants.length === 0) return [];
      return { scope, of, rows: rankedRows(entrants, scopes.get(scope) as Map<string, BoardStanding>) };
    }),
  );
}

function scopesOf({ closesAt, topic }: BundleQuestion): string[] {
  const season = `season:${seasonOf(closesAt).slug}`;
  return topic === null ? ["all", season] : ["all", season, `topic:${topic}`];
}

function rankedRows(
  entrants: readonly BundleForecaster[],
  standings: ReadonlyMap<string, BoardStanding>,
): BundleBoardRow[] {
  const rows = entrants.map(({ id, isBot, inPool }) => {
    const standing = standings.get(id) as BoardStanding;
    const coverage = fromNanos(standing.peerCoverNanos);
    return {
      forecasterId: id,
      isReference: !isBot && !inPool,
      rating: ratingOfStanding(standing),
      peer: fromNanos(standing.peerNanos),
      coverage,
      questions: standing.questions,
      meanBrier: fromNanos(standing.brierNanos) / standing.questions,
      isProvisional: isProvisional({ resolvedQuestions: standing.questions, coverage }),
    };
  });
  const ranks = boardRanks(rows.map(({ rating, isReference }) => ({ score: rating, isReference })));
  return rows
    .map((row, i) => ({ rank: ranks[i] as number, ...row }))
    .sort((one, other) => other.rating - one.rating || (one.forecasterId < other.forecasterId ? -1 : 1));
}
