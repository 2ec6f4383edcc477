import { ensureArgument } from "#core/errors.ts";

const WEEK_MS = 7 * 24 * 3600 * 1000;

/** How far before the answer a forecast stood: under one week, under four, under thirteen, or longer. The index is what is stored. */
export const HORIZONS = [
  { fromMs: 0, untilMs: WEEK_MS, label: "under a week" },
  { fromMs: WEEK_MS, untilMs: 4 * WEEK_MS, label: "one to four weeks" },
  { fromMs: 4 * WEEK_MS, untilMs: 13 * WEEK_MS, label: "four to thirteen weeks" },
  { fromMs: 13 * WEEK_MS, untilMs: Number.POSITIVE_INFINITY, label: "over thirteen weeks" },
] as const;

/**
 * A active span cut where it crosses from one horizon into the next.
 *
 * Formula: the overlap of [from, until) with (answer − untilMs, answer − fromMs] of each horizon; empty pieces are left out.
 * Units: epoch milliseconds in, durations in milliseconds out. Time after the answer belongs to no horizon.
 * Errors: `argument_must_be_in_domain` when the span ends before it starts.
 * Source: own rule.
 *
 * @example
 * horizonPieces({ fromAt: 0, untilAt: 1000, answerAt: 1000 }); // => [{ horizon: 0, durationMs: 1000 }]
 */
export function horizonPieces(span: { fromAt: number; untilAt: number; answerAt: number }) {
  const { fromAt, untilAt, answerAt } = span;
  ensureArgument(untilAt >= fromAt, "A span ends after it starts.");
  return HORIZONS.map(({ fromMs, untilMs }, horizon) => ({
    horizon,
    durationMs: Math.max(0, Math.min(untilAt, answerAt - fromMs) - Math.max(fromAt, answerAt - untilMs)),
  })).filter(({ durationMs }) => durationMs > 0);
}
