import { fromNanos } from "#core/nanos.ts";
import { type BoardEntry, entryOfQuestion, ratingOfEntry, sumOfEntries } from "#core/ranking/board-entry.ts";
import { boardRanks } from "#core/ranking/board-ranks.ts";
import { isProvisional } from "#core/ranking/is-provisional.ts";
import { seasonOf } from "#core/ranking/season-of.ts";
import type { BundleForecaster, BundleQuestion, BundleTournament } from "./bundle.ts";
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
  /** all | season:2026-q1 | topic:… | tournament:… */
  readonly scope: string;
  readonly of: "people" | "bots";
  readonly rows: readonly BundleBoardRow[];
}

/**
 * The boards of a bundle: all time, each season, topic and tournament, people apart from bots.
 *
 * Formula: rating = Σ w·Peer / (30 + Σ w·peerCoverage), by which boards are ranked, but a tournament by Σ w·Peer; sums in whole
 * billionths, as the stored boards keep them. A season has all of its questions: a bundle has no clock, so it is read as if every
 * scheduled close had passed. In a tournament a question has the tournament's weight for it as well.
 * Units: Peer points; coverage in questions; Brier 0 best … 1, a plain mean over questions.
 * Source: own rule, that of the boards.
 *
 * @example
 * bundleBoards([], [], []); // => []
 */
export function bundleBoards(
  scored: readonly ScoredBundleQuestion[],
  forecasters: readonly BundleForecaster[],
  tournaments: readonly BundleTournament[],
): BundleBoard[] {
  const joined = tournamentsByQuestion(tournaments);
  const scopes = new Map<string, Map<string, BoardEntry>>();
  for (const { question, scores } of scored) {
    for (const { scope, weight } of scopesOf(question, joined.get(question.id) ?? [])) {
      const activeForecasts = scopes.get(scope) ?? new Map<string, BoardEntry>();
      scopes.set(scope, activeForecasts);
      for (const score of scores) {
        const added = entryOfQuestion(score, weight);
        const before = activeForecasts.get(score.forecaster);
        activeForecasts.set(score.forecaster, before ? sumOfEntries(before, added) : added);
      }
    }
  }
  const names = [...scopes.keys()].sort();
  return names.flatMap((scope) =>
    (["people", "bots"] as const).flatMap((of) => {
      const entrants = forecasters.filter(({ id, isBot }) => isBot === (of === "bots") && scopes.get(scope)?.has(id));
      if (entrants.length === 0) return [];
      const by = scope.startsWith(TOURNAMENT) ? ("peer" as const) : ("rating" as const);
      return { scope, of, rows: rankedRows(entrants, scopes.get(scope) as Map<string, BoardEntry>, by) };
    }),
  );
}

const TOURNAMENT = "tournament:";

interface WeightedScope {
  readonly scope: string;
  readonly weight: number;
}

function tournamentsByQuestion(tournaments: readonly BundleTournament[]): Map<string, WeightedScope[]> {
  const joined = new Map<string, WeightedScope[]>();
  for (const { id, questions } of tournaments) {
    for (const { questionId, weight } of questions) {
      const own = joined.get(questionId) ?? [];
      joined.set(questionId, own);
      own.push({ scope: `${TOURNAMENT}${id}`, weight });
    }
  }
  return joined;
}

function scopesOf(
  { closesAt, topic, weight }: BundleQuestion,
  tournaments: readonly WeightedScope[],
): readonly WeightedScope[] {
  const plain = ["all", `season:${seasonOf(closesAt).slug}`, ...(topic === null ? [] : [`topic:${topic}`])];
  return [
    ...plain.map((scope) => ({ scope, weight })),
    ...tournaments.map((member) => ({ scope: member.scope, weight: weight * member.weight })),
  ];
}

function rankedRows(
  entrants: readonly BundleForecaster[],
  activeForecasts: ReadonlyMap<string, BoardEntry>,
  by: "rating" | "peer",
): BundleBoardRow[] {
  const rows = entrants.map(({ id, isBot, inPool }) => {
    const entry = activeForecasts.get(id) as BoardEntry;
    const coverage = fromNanos(entry.peerCoverNanos);
    return {
      forecasterId: id,
      isReference: !isBot && !inPool,
      rating: ratingOfEntry(entry),
      peer: fromNanos(entry.peerNanos),
      coverage,
      questions: entry.questions,
      meanBrier: fromNanos(entry.brierNanos) / entry.questions,
      isProvisional: isProvisional({ resolvedQuestions: entry.questions, coverage }),
    };
  });
  const ranks = boardRanks(rows.map((row) => ({ score: row[by], isReference: row.isReference })));
  return rows
    .map((row, i) => ({ rank: ranks[i] as number, ...row }))
    .sort((one, other) => other[by] - one[by] || (one.forecasterId < other.forecasterId ? -1 : 1));
}
