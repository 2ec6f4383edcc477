import { fromNanos } from "#core/nanos.ts";
import { type BoardEntry, ratingOfEntry } from "#core/ranking/board-entry.ts";
import { isProvisional } from "#core/ranking/is-provisional.ts";

/** A entry as the database keeps it, with who it is and what the board's analysis says of them. */
export interface StoredEntry extends BoardEntry {
  forecasterId: string;
  name: string;
  isBot: boolean;
  isSimulated: boolean;
  isImported: boolean;
  /** What the board is read in the order of, to the last digit. */
  value: string;
  ratingLower: number | null;
  ratingUpper: number | null;
  ratingBest: number | null;
  ratingWorst: number | null;
  peerLower: number | null;
  peerUpper: number | null;
  peerBest: number | null;
  peerWorst: number | null;
  adjustedBrier: number | null;
}

/** A entry's sums as people read them. */
export interface BoardFigures {
  /** Answered questions. */
  readonly questions: number;
  /** Shrunk Peer: what ranks. */
  readonly rating: number;
  /** Σ Peer. */
  readonly peer: number;
  /** Questions' worth of time in company. */
  readonly coverage: number;
  /** Mean over questions of the own time-averaged Brier. */
  readonly meanBrier: number;
  /** Σ Baseline. */
  readonly baseline: number;
  /** Σ relative Brier: negative is better. */
  readonly relativeBrier: number;
  /** Σ spot Peer, and over how many questions. */
  readonly spotPeer: number;
  readonly spotQuestions: number;
}

export function boardFigures(entry: BoardEntry): BoardFigures {
  const { questions, spotQuestions } = entry;
  return {
    questions,
    rating: ratingOfEntry(entry),
    peer: fromNanos(entry.peerNanos),
    coverage: fromNanos(entry.peerCoverNanos),
    meanBrier: fromNanos(entry.brierNanos) / questions,
    baseline: fromNanos(entry.baselineNanos),
    relativeBrier: fromNanos(entry.relativeBrierNanos),
    spotPeer: fromNanos(entry.spotPeerNanos),
    spotQuestions,
  };
}

/** The 90 % interval of a score, and of the place that it gives. */
export interface RowInterval {
  readonly lower: number;
  readonly upper: number;
  readonly best: number;
  readonly worst: number;
}

/** A row of a board as people read it. */
export interface BoardRow extends BoardFigures {
  readonly name: string;
  readonly isBot: boolean;
  readonly isSimulated: boolean;
  readonly isImported: boolean;
  readonly isProvisional: boolean;
  readonly adjustedBrier: number | null;
  readonly ratingInterval: RowInterval | null;
  readonly peerInterval: RowInterval | null;
}

type IntervalColumns = Pick<
  StoredEntry,
  "ratingLower" | "ratingUpper" | "ratingBest" | "ratingWorst" | "peerLower" | "peerUpper" | "peerBest" | "peerWorst"
>;

export function intervalsOfRow(row: IntervalColumns): Pick<BoardRow, "ratingInterval" | "peerInterval"> {
  return {
    ratingInterval: rowInterval(row.ratingLower, row.ratingUpper, row.ratingBest, row.ratingWorst),
    peerInterval: rowInterval(row.peerLower, row.peerUpper, row.peerBest, row.peerWorst),
  };
}

function rowInterval(lower: number | null, upper: number | null, best: number | null, worst: number | null) {
  if (lower === null || upper === null || best === null || worst === null) return null;
  return { lower, upper, best, worst };
}

export function boardRow(row: StoredEntry): BoardRow {
  const { name, isBot, isSimulated, isImported, adjustedBrier } = row;
  const figures = boardFigures(row);
  return {
    name,
    isBot,
    isSimulated,
    isImported,
    ...figures,
    isProvisional: isProvisional({ resolvedQuestions: figures.questions, coverage: figures.coverage }),
    adjustedBrier,
    ...intervalsOfRow(row),
  };
}
