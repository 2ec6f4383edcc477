import { ensureArgument } from "#core/errors.ts";
import { addCells, type CalibrationCell } from "./calibration-cell.ts";
import { horizonPieces } from "./calibration-horizon.ts";
import { type ActiveSpan, cellsOfQuestion } from "./cells-of-question.ts";

/** What calibration reads of an answered question. Instants are epoch milliseconds. */
export interface AnsweredQuestion {
  readonly opensAt: number;
  readonly closesAt: number;
  /** When the answer was known: horizons count back from here, and nothing counts after it. */
  readonly knownAt: number;
  /** Yes or no, or the index of the option that won. */
  readonly outcome: boolean | number;
}

/** One forecast of one subject; its successor or withdrawal ends it. */
export interface SubjectForecast {
  readonly subject: string;
  readonly madeAt: number;
  readonly endedAt: number | null;
  /** [P(yes)] or one per option; empty while the subject (a crowd that everybody left) said nothing. */
  readonly probabilities: readonly number[];
}

export interface SubjectCell extends CalibrationCell {
  readonly subject: string;
  readonly horizon: number;
}

/**
 * What one answered question adds to the calibration cells of everybody who forecast it.
 *
 * Formula: each forecast stands on [max(made, O), min(ended, C)), C = min(S, known), cut at the horizons; its weight is its
 * share of S − O. A yes/no question adds P(yes) with weight 1; a multiple choice adds every option with weight 1/K.
 * Units: billionths of a question; a subject's weights on one question sum to at most 1.
 * Errors: `argument_must_be_in_domain` when a subject's own forecasts overlap for longer than the question was open.
 * Source: own rule.
 *
 * @example
 * cellsOfAnswer({ opensAt: 0, closesAt: 100, knownAt: 100, outcome: true }, [{ subject: "a", madeAt: 50, endedAt: null, probabilities: [0.7] }]); // => [{ subject: "a", horizon: 0, cell: 700, weightNanos: 500000000n, outcomeNanos: 500000000n }]
 */
export function cellsOfAnswer(question: AnsweredQuestion, forecasts: readonly SubjectForecast[]): SubjectCell[] {
  const openMs = question.closesAt - question.opensAt;
  ensureArgument(openMs > 0, "A question is open for some time.");
  return [...Map.groupBy(forecasts, ({ subject }) => subject)].flatMap(([subject, own]) =>
    [
      ...Map.groupBy(
        own.flatMap((forecast) => piecesOf(question, forecast)),
        ({ horizon }) => horizon,
      ),
    ]
      .sort(([one], [other]) => one - other)
      .flatMap(([horizon, pieces]) =>
        cellsOfPieces(question, openMs, pieces).map((cell) => ({ subject, horizon, ...cell })),
      ),
  );
}

interface Piece {
  readonly horizon: number;
  readonly durationMs: number;
  readonly probabilities: readonly number[];
}

function piecesOf(question: AnsweredQuestion, { madeAt, endedAt, probabilities }: SubjectForecast): Piece[] {
  const closedAt = Math.min(question.closesAt, question.knownAt);
  const fromAt = Math.max(madeAt, question.opensAt);
  const untilAt = Math.min(endedAt ?? closedAt, closedAt);
  if (untilAt <= fromAt || probabilities.length === 0) return [];
  return horizonPieces({ fromAt, untilAt, answerAt: question.knownAt }).map((piece) => ({ ...piece, probabilities }));
}

/** The options of a multiple choice add up in one table: what was said of each, and whether it was the one. */
function cellsOfPieces({ outcome }: AnsweredQuestion, openMs: number, pieces: readonly Piece[]): CalibrationCell[] {
  const options = pieces[0]?.probabilities.length ?? 0;
  const spans = (k: number): ActiveSpan[] =>
    pieces.map(({ probabilities, durationMs }) => ({ probability: probabilities[k] as number, durationMs }));
  if (options === 1) return cellsOfQuestion(spans(0), { openMs, happened: outcome === true });
  return addCells(
    ...Array.from({ length: options }, (_, k) =>
      cellsOfQuestion(spans(k), { openMs, happened: outcome === k, share: 1 / options }),
    ),
  );
}
