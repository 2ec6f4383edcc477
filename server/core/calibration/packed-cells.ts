import { ensureArgument } from "#core/errors.ts";
import type { CalibrationCell } from "./calibration-cell.ts";

/** A cell of one subject's table, with how long before the answer the time was spent. */
export interface HorizonCell extends CalibrationCell {
  /** An index of `HORIZONS`. */
  readonly horizon: number;
}

/** Bytes of one packed cell: two of key, eight of weight, eight of outcome. */
export const PACKED_CELL_BYTES = 18;

const CELLS_PER_HORIZON = 1024;
const HIGH = 2 ** 32;

/**
 * Cells as the bytes that one row of the store keeps: a subject's whole table is read and written as one value.
 *
 * Formula: per cell, ordered by key, big-endian: uint16 horizon·1024 + cell, int64 weight, int64 outcome. Equal tables have
 * equal bytes.
 * Units: billionths of a question; |sum| < 2⁵³, nine million questions' worth.
 * Errors: `argument_must_be_in_domain` for a larger sum.
 * Source: own rule.
 *
 * @example
 * unpackCells(packCells([{ horizon: 1, cell: 700, weightNanos: -7n, outcomeNanos: 5n }])); // => [{ horizon: 1, cell: 700, weightNanos: -7n, outcomeNanos: 5n }]
 */
export function packCells(cells: readonly HorizonCell[]): Uint8Array<ArrayBuffer> {
  const ordered = cells
    .map(({ horizon, cell, weightNanos, outcomeNanos }) => ({
      key: horizon * CELLS_PER_HORIZON + cell,
      weight: Number(weightNanos),
      outcome: Number(outcomeNanos),
    }))
    .sort((one, other) => one.key - other.key);
  const bytes = new Uint8Array(ordered.length * PACKED_CELL_BYTES);
  const view = new DataView(bytes.buffer);
  ordered.forEach(({ key, weight, outcome }, i) => {
    writeCell(view, i * PACKED_CELL_BYTES, key, weight, outcome);
  });
  return bytes;
}

/**
 * The cells that were packed, in order of horizon and cell.
 *
 * Units: billionths of a question.
 * Source: own rule.
 *
 * @example
 * unpackCells(new Uint8Array(0)); // => []
 */
export function unpackCells(bytes: Uint8Array): HorizonCell[] {
  const view = viewOf(bytes);
  return Array.from({ length: bytes.length / PACKED_CELL_BYTES }, (_, i) => {
    const at = i * PACKED_CELL_BYTES;
    const key = view.getUint16(at);
    const [horizon, cell] = [Math.floor(key / CELLS_PER_HORIZON), key % CELLS_PER_HORIZON];
    return { horizon, cell, weightNanos: view.getBigInt64(at + 2), outcomeNanos: view.getBigInt64(at + 10) };
  });
}

/**
 * Two packed tables together; with −1 as the sign, the first without the second.
 *
 * Formula: one walk along both in order of key, integer sums; cells that hold nothing are left out, so what was added can be
 * taken back without a trace.
 * Units: billionths of a question.
 * Errors: `argument_must_be_in_domain` for a sum of 2⁵³ or more.
 * Source: own rule.
 *
 * @example
 * unpackCells(sumOfPacked(packCells([{ horizon: 0, cell: 5, weightNanos: 7n, outcomeNanos: 0n }]), packCells([{ horizon: 0, cell: 5, weightNanos: 2n, outcomeNanos: 2n }]), -1)); // => [{ horizon: 0, cell: 5, weightNanos: 5n, outcomeNanos: -2n }]
 */
export function sumOfPacked(one: Uint8Array, other: Uint8Array, sign: 1 | -1 = 1): Uint8Array {
  if (other.length === 0) return one;
  if (one.length === 0 && sign === 1) return other;
  const [left, right] = [viewOf(one), viewOf(other)];
  const bytes = new Uint8Array(one.length + other.length);
  const sum = new DataView(bytes.buffer);
  let [i, j, end] = [0, 0, 0];
  while (i < one.length || j < other.length) {
    const [a, b] = [keyAt(left, i), keyAt(right, j)];
    let [weight, outcome] = [0, 0];
    if (a <= b) {
      weight += wholeAt(left, i + 2);
      outcome += wholeAt(left, i + 10);
      i += PACKED_CELL_BYTES;
    }
    if (b <= a) {
      weight += sign * wholeAt(right, j + 2);
      outcome += sign * wholeAt(right, j + 10);
      j += PACKED_CELL_BYTES;
    }
    if (weight === 0 && outcome === 0) continue;
    writeCell(sum, end, Math.min(a, b), weight, outcome);
    end += PACKED_CELL_BYTES;
  }
  return bytes.subarray(0, end);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function keyAt(view: DataView, at: number): number {
  return at < view.byteLength ? view.getUint16(at) : Number.POSITIVE_INFINITY;
}

/** A signed 64-bit integer below 2⁵³ as a number, which is several times quicker than by way of a bigint. */
function wholeAt(view: DataView, at: number): number {
  return view.getInt32(at) * HIGH + view.getUint32(at + 4);
}

function writeCell(view: DataView, at: number, key: number, weight: number, outcome: number): void {
  const isWhole = Number.isSafeInteger(weight) && Number.isSafeInteger(outcome);
  ensureArgument(isWhole, "A cell holds less than 2⁵³ billionths.");
  view.setUint16(at, key);
  view.setInt32(at + 2, Math.floor(weight / HIGH));
  view.setUint32(at + 6, weight >>> 0);
  view.setInt32(at + 10, Math.floor(outcome / HIGH));
  view.setUint32(at + 14, outcome >>> 0);
}
