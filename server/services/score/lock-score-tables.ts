import type { Tx } from "#db/client.ts";

const SCORE_TABLES_LOCK = 7_270_129;

/**
 * Boards and calibration are sums over questions, so two questions answered at once would add to the same rows: they do
 * it one after the other. Always taken after the question's own lock.
 */
export async function lockScoreTables(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${SCORE_TABLES_LOCK})`;
}
