import { isCrowdRevealed } from "#core/question/crowd-revealed.ts";
import type { Db, Tx } from "#db/client.ts";

/**
 * Until when a question's market gives nothing away, since its crowd is hidden; null for one that may be shown. Asked by
 * every query that tells prices, trades, orders or holders of a market.
 */
export async function hiddenUntil(db: Db | Tx, questionId: string, now: Date): Promise<Date | null> {
  const question = await db.question.findUnique({ where: { id: questionId }, select: { revealAt: true } });
  return question ? hiddenThen(question, now) : null;
}

/** The same of a question that was read already. */
export function hiddenThen({ revealAt }: { readonly revealAt: Date | null }, now: Date): Date | null {
  return isCrowdRevealed(revealAt?.getTime() ?? null, now.getTime()) ? null : revealAt;
}
