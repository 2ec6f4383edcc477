import { fromNanos } from "#core/nanos.ts";
import { isProvisional } from "#core/ranking/is-provisional.ts";

/** A standing as the database keeps it, with who it is. */
export interface StoredStanding {
  forecasterId: string;
  name: string;
  isBot: boolean;
  isSimulated: boolean;
  isImported: boolean;
  questions: number;
  peerNanos: bigint;
  peerCoverNanos: bigint;
  brierNanos: bigint;
  baselineNanos: bigint;
  rating: number;
}

/** A row of a board as people read it. */
export interface BoardRow {
  name: string;
  isBot: boolean;
  isSimulated: boolean;
  isImported: boolean;
  /** Answered questions. */
  questions: number;
  /** Shrunk Peer: what ranks. */
  rating: number;
  /** Σ Peer. */
  peer: number;
  /** Questions' worth of time in company. */
  coverage: number;
  /** Mean over questions of the own time-averaged Brier. */
  meanBrier: number;
  /** Mean over questions. */
  meanBaseline: number;
  isProvisional: boolean;
}

export function boardRow(row: StoredStanding): BoardRow {
  const { name, isBot, isSimulated, isImported, questions, rating } = row;
  const coverage = fromNanos(row.peerCoverNanos);
  return {
    name,
    isBot,
    isSimulated,
    isImported,
    questions,
    rating,
    peer: fromNanos(row.peerNanos),
    coverage,
    meanBrier: fromNanos(row.brierNanos) / questions,
    meanBaseline: fromNanos(row.baselineNanos) / questions,
    isProvisional: isProvisional({ resolvedQuestions: questions, coverage }),
  };
}
