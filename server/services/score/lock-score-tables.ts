import type { Tx } from "#db/client.ts";
import { takeLock } from "#db/locks.ts";

/**
 * Boards and calibration are sums over questions, so two questions answered at once would add to the same rows: they do
 * it one after the other.
 */
export function lockScoreTables(tx: Tx): Promise<void> {
  return takeLock(tx, "scoreTables");
}
