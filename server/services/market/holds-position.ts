import type { Tx } from "#db/client.ts";

/** Whether somebody has shares or an open order in the market of a question. */
export async function holdsPosition(
  tx: Tx,
  { questionId, userId }: { questionId: string; userId: string },
): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ holds: boolean }[]>`
    SELECT EXISTS (SELECT FROM positions p, unnest(p.shares_micros) AS shares
        WHERE p.question_id = ${questionId}::uuid AND p.user_id = ${userId}::uuid AND shares > 0)
      OR EXISTS (SELECT FROM limit_orders o
        WHERE o.question_id = ${questionId}::uuid AND o.user_id = ${userId}::uuid AND o.closed_at IS NULL) AS holds`;
  return row?.holds ?? false;
}
