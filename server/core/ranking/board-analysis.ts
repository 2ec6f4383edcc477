import { boardIntervals } from "./board-intervals.ts";
import { type BoardPair, boardPairs } from "./board-pairs.ts";
import { difficultyAdjustedBrier } from "./difficulty-adjusted-brier.ts";
import { MIN_GROUPS } from "./question-resamples.ts";

/** What one subject (a forecaster, a reference) earned on one question of a board. */
export interface BoardScore {
  readonly subject: string;
  readonly isReference: boolean;
  readonly question: string;
  readonly peer: number;
  readonly coverage: number;
  readonly brier: number;
}

export interface ScoreInterval {
  readonly lower: number;
  readonly upper: number;
  /** The places through which the score's owner would move. */
  readonly best: number;
  readonly worst: number;
}

export interface SubjectFigures {
  readonly subject: string;
  readonly rating: ScoreInterval | null;
  readonly peer: ScoreInterval | null;
  /** Null for a reference, and for whoever no chain of common questions links with the rest. */
  readonly adjustedBrier: number | null;
}

export interface BoardAnalysis {
  readonly figures: readonly SubjectFigures[];
  readonly pairs: readonly BoardPair[];
  /** How many forecasters the chain of common questions links. */
  readonly connected: number;
  readonly without: "none" | "too_few_questions" | "too_large";
}

/** Nine times in ten: the level of a board's intervals. */
export const INTERVAL_LEVEL = 0.9;
/** Beyond these the resampling would hold a core for more than a second or two. */
const MAX_ENTRANTS = 1_000;
const MAX_SCORES = 150_000;

/**
 * What can be said of a board beyond its sums: 90 % intervals of ratings, Peer sums and places, comparisons of pairs, and
 * difficulty-adjusted Brier scores. References are measured like everybody and move nobody down.
 *
 * Formula: `boardIntervals` for the shrunk Peer and for the sum; `boardPairs`; `difficultyAdjustedBrier` of the forecasters.
 * Units: Peer points, ranks, Brier 0..1. Without intervals and pairs below 30 questions or above 150,000 scores.
 * Source: own rule, of the methods named at each part.
 *
 * @example
 * boardAnalysis([], "seed").without; // => "too_few_questions"
 */
export function boardAnalysis(scores: readonly BoardScore[], seed: string): BoardAnalysis {
  const questions = new Map([...new Set(scores.map(({ question }) => question))].map((id, place) => [id, place]));
  const bySubject = [...Map.groupBy(scores, ({ subject }) => subject)];
  const entrants = bySubject.map(([, own]) => ({
    isReference: own[0]?.isReference ?? false,
    contributions: own.map(({ question, peer, coverage }) => ({ group: questions.get(question) ?? 0, peer, coverage })),
  }));
  const without = whatIsMissing(questions.size, entrants.length, scores.length);
  const options = { groups: questions.size, seed, level: INTERVAL_LEVEL };
  const ratings = without === "none" ? boardIntervals(entrants, options) : null;
  const sums = without === "none" ? boardIntervals(entrants, { ...options, rate: (peer) => peer }) : null;
  const adjusted = adjustedOf(scores, without === "too_large");
  return {
    figures: bySubject.map(([subject], i) => ({
      subject,
      rating: flat(ratings?.[i]),
      peer: flat(sums?.[i]),
      adjustedBrier: adjusted.get(subject) ?? null,
    })),
    pairs: without === "none" ? boardPairs(bySubject, seed) : [],
    connected: adjusted.size,
    without,
  };
}

function whatIsMissing(questions: number, entrants: number, scores: number): BoardAnalysis["without"] {
  if (questions < MIN_GROUPS) return "too_few_questions";
  return entrants > MAX_ENTRANTS || scores > MAX_SCORES ? "too_large" : "none";
}

function adjustedOf(scores: readonly BoardScore[], isTooLarge: boolean): ReadonlyMap<string, number> {
  const losses = scores.flatMap(({ subject, isReference, question, brier }) =>
    isReference || isTooLarge ? [] : [{ forecaster: subject, question, loss: brier }],
  );
  return losses.length === 0 ? new Map() : difficultyAdjustedBrier(losses).scores;
}

function flat(interval: NonNullable<ReturnType<typeof boardIntervals>>[number] | undefined): ScoreInterval | null {
  if (!interval) return null;
  const { rating, rank } = interval;
  return { lower: rating.lower, upper: rating.upper, best: rank.lower, worst: rank.upper };
}
