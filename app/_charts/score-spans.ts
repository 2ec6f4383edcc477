import { activeValue, type StepPoint } from "./step-series.ts";

/** A stretch of time over which both lines stand still. */
export interface ScoreSpan {
  readonly from: number;
  readonly to: number;
  readonly mine: number;
  readonly others: number;
}

/** The stretches over which one line can be compared with another: both stand, and neither changes. */
export function scoreSpans(mine: readonly StepPoint[], others: readonly StepPoint[], until: number): ScoreSpan[] {
  const instants = [...new Set([...mine, ...others].map((point) => point.at))].filter((at) => at < until);
  instants.sort((a, b) => a - b);
  return instants.flatMap((from, index) => {
    const [mineThen, othersThen] = [activeValue(mine, from), activeValue(others, from)];
    if (mineThen === null || othersThen === null) return [];
    return [{ from, to: instants[index + 1] ?? until, mine: mineThen, others: othersThen }];
  });
}

/** How far one was ahead of the other on average over the time that both stood, and how long that was. */
export function meanLead(spans: readonly ScoreSpan[]): { readonly lead: number; readonly spanMs: number } {
  let total = 0;
  let spanMs = 0;
  for (const span of spans) {
    total += (span.mine - span.others) * (span.to - span.from);
    spanMs += span.to - span.from;
  }
  return { lead: spanMs === 0 ? 0 : total / spanMs, spanMs };
}
