import type { Tx } from "#db/client.ts";
import { writeNotices } from "#services/notice/write-notices.ts";
import type { DomainEvent } from "#services/outbox/domain-events.ts";

/** Notifies those who held a position in a market what it was settled by. */
export async function notifyOfSettlements(tx: Tx, { payload }: DomainEvent<"market.settled">): Promise<void> {
  const { questionId, settlementId } = payload;
  const question = await tx.question.findUniqueOrThrow({
    where: { id: questionId },
    select: { slug: true, title: true },
  });
  const { outcome, knownAt, reversedTrades } = await tx.marketSettlement.findUniqueOrThrow({
    where: { id: settlementId },
    select: { outcome: true, knownAt: true, reversedTrades: true },
  });
  const people = await tx.position.findMany({
    where: { questionId, user: { isSimulated: false } },
    select: { userId: true },
  });
  await writeNotices(
    tx,
    {
      kind: "market_settled",
      params: { question, isVoid: outcome === null, knownAt: knownAt.getTime(), reversedTrades },
    },
    people.map(({ userId }) => userId),
  );
}
