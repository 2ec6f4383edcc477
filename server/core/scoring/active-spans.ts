import { canonicalOrder } from "./canonical-order.ts";

/** The forecasts of one question as columns; `endedAt` is Infinity where nothing ended the row. */
export interface TimedRows {
  forecaster: Int32Array;
  madeAt: Float64Array;
  endedAt: Float64Array;
  /** What the row says, as scores: they settle the order of rows that agree in everything else. */
  logProbability: Float64Array;
  loss: Float64Array;
}

/** From when to when forecasts count, in epoch milliseconds; infinite where there is no bound. */
export interface Bounds {
  opensAt: number;
  endsAt: number;
}

/** When each row stands, half-open [startsAt, endsAt) in epoch milliseconds, and the order in which rows begin and end. */
export interface ActiveSpans {
  startsAt: Float64Array;
  endsAt: Float64Array;
  /** Rows that stand at all, by (madeAt, forecaster). */
  begun: Uint32Array;
  /** Rows that end before the close without being replaced at that instant, by (endsAt, forecaster). */
  withdrawn: Uint32Array;
  /** Rows that stand until the close, by forecaster. */
  final: Int32Array;
  /** All that happens before the close, in order of time: a row r that begins as r, one that is withdrawn as ~r. Ends come first. */
  events: Int32Array;
  /** What happens at the close: the final rows end. */
  closing: Int32Array;
}

/**
 * Applies the timeline rules to the rows of one question.
 *
 * A forecast made before the open counts from the open; one at or after the close or the known-time is ignored; an
 * update ends the row before it; a withdrawal ends its own row; a row that ends where it starts never stood.
 * Source: the timeline of Metaculus' scoring, without its stretching of a last withdrawal to the close.
 */
export function activeSpans(rows: TimedRows, forecasterCount: number, bounds: Bounds): ActiveSpans {
  const order = canonicalOrder(rows.madeAt, rows.madeAt.length, (i, j) => rowPrecedes(rows, i, j));
  const early = order.length > 0 && (rows.madeAt[order[0] as number] as number) < bounds.opensAt;
  const startsAt = early ? rows.madeAt.map((at) => Math.max(at, bounds.opensAt)) : rows.madeAt;
  const endsAt = new Float64Array(startsAt.length);
  const later: Later = {
    start: new Float64Array(forecasterCount).fill(Number.POSITIVE_INFINITY),
    stands: new Uint8Array(forecasterCount),
    final: new Int32Array(forecasterCount).fill(-1),
    withdrawn: [],
  };
  const live = endRows(rows, bounds, startsAt, order, endsAt, later);
  const spans = {
    startsAt,
    endsAt,
    begun: order.subarray(live),
    withdrawn: byEnd(later.withdrawn, endsAt, rows.forecaster),
  };
  return { ...spans, ...closeOf(later.final), events: mergedEvents(spans) };
}

function closeOf(lastRows: Int32Array): Pick<ActiveSpans, "final" | "closing"> {
  const final = new Int32Array(lastRows.length);
  const closing = new Int32Array(lastRows.length);
  let count = 0;
  for (let who = 0; who < lastRows.length; who++) {
    const row = lastRows[who] as number;
    if (row < 0) continue;
    final[count] = row;
    closing[count++] = ~row;
  }
  return { final: final.subarray(0, count), closing: closing.subarray(0, count) };
}

/** Rows are taken in stretches: a short function called often is compiled well, a long loop entered once is not. */
const STRETCH = 512;

/** What is known of a forecaster's later rows while walking backward through time. */
interface Later {
  start: Float64Array;
  stands: Uint8Array;
  /** The row that stands until the close, −1 without. */
  final: Int32Array;
  withdrawn: number[];
}

/**
 * Fills in the ends and notes what is withdrawn or final; moves the rows that stand to the back of the order, and gives
 * where they begin.
 */
function endRows(
  rows: TimedRows,
  bounds: Bounds,
  startsAt: Float64Array,
  order: Uint32Array,
  endsAt: Float64Array,
  later: Later,
): number {
  let live = order.length;
  for (let to = order.length; to > 0; to -= STRETCH) {
    live = endStretch(rows, bounds.endsAt, startsAt, order, endsAt, later, live, Math.max(0, to - STRETCH), to);
  }
  return live;
}

function endStretch(
  { forecaster, endedAt }: TimedRows,
  lastAt: number,
  startsAt: Float64Array,
  order: Uint32Array,
  endsAt: Float64Array,
  later: Later,
  liveBefore: number,
  from: number,
  to: number,
): number {
  let live = liveBefore;
  for (let at = to - 1; at >= from; at--) {
    const row = order[at] as number;
    const began = startsAt[row] as number;
    if (began >= lastAt) continue;
    const who = forecaster[row] as number;
    const replacedAt = later.start[who] as number;
    let ended = endedAt[row] as number;
    if (ended > replacedAt) ended = replacedAt;
    if (ended > lastAt) ended = lastAt;
    endsAt[row] = ended;
    const stands = ended > began;
    if (stands) {
      order[--live] = row;
      if (ended === lastAt) later.final[who] = row;
      else if (ended !== replacedAt || later.stands[who] === 0) later.withdrawn.push(row);
    }
    later.start[who] = began;
    later.stands[who] = stands ? 1 : 0;
  }
  return live;
}

function mergedEvents({
  startsAt,
  endsAt,
  begun,
  withdrawn,
}: Pick<ActiveSpans, "startsAt" | "endsAt" | "begun" | "withdrawn">): Int32Array {
  if (withdrawn.length === 0) return new Int32Array(begun.buffer, begun.byteOffset, begun.length);
  const events = new Int32Array(begun.length + withdrawn.length);
  let next = 0;
  for (let w = 0; w < withdrawn.length; w++) {
    const leaves = withdrawn[w] as number;
    const since = next;
    while (next < begun.length && (startsAt[begun[next] as number] as number) < (endsAt[leaves] as number)) next++;
    events.set(begun.subarray(since, next), since + w);
    events[next + w] = ~leaves;
  }
  events.set(begun.subarray(next), next + withdrawn.length);
  return events;
}

function byEnd(rows: number[], endsAt: Float64Array, forecaster: Int32Array): Uint32Array {
  const ends = Float64Array.from(rows, (row) => endsAt[row] as number);
  const order = canonicalOrder(ends, rows.length, (i, j) => {
    return (forecaster[rows[i] as number] as number) < (forecaster[rows[j] as number] as number);
  });
  return order.map((index) => rows[index] as number);
}

/** The order of two rows made at the same instant. */
function rowPrecedes(rows: TimedRows, i: number, j: number): boolean {
  const { forecaster, endedAt, logProbability, loss } = rows;
  if (forecaster[i] !== forecaster[j]) return (forecaster[i] as number) < (forecaster[j] as number);
  if (endedAt[i] !== endedAt[j]) return (endedAt[i] as number) < (endedAt[j] as number);
  if (logProbability[i] !== logProbability[j]) return (logProbability[i] as number) < (logProbability[j] as number);
  return (loss[i] as number) < (loss[j] as number);
}
