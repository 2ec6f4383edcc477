import { Instant } from "#app/_components/instant.tsx";
import { OlderLink } from "#app/_components/older-link.tsx";
import { part } from "#app/_components/part.tsx";
import { percentText } from "#app/_components/percent-text.ts";
import { UserName } from "#app/_components/user-name.tsx";
import { shortCredits, withoutSign } from "#app/_market/credits-text.ts";
import type { TradeView } from "#app/_market/market-view.ts";
import { shareWords } from "#app/_market/share-words.ts";
import type { QuestionView } from "#app/_questions/question-view.ts";
import { api } from "#app/_trpc/server.ts";
import { marketOf } from "./question-queries.ts";

interface Props {
  readonly question: QuestionView;
  /** The number of the last trade of the page before. */
  readonly before: number | undefined;
}

/** Every trade in the question's market, newest first. */
export const MarketTrades = part(async ({ question, before }: Props) => {
  const market = await marketOf(question.id);
  if (!market) return <p className="text-soft">This question has no market.</p>;
  const asked = { questionId: question.id, ...(before ? { cursor: before } : {}) };
  const { items, nextCursor } = await (await api()).market.trades(asked);
  if (items.length === 0) {
    const empty = market.isHidden ? "Trades are shown together with the crowd." : "Nobody has traded yet.";
    return <p className="text-soft">{empty}</p>;
  }
  return (
    <>
      {market.isHidden ? (
        <p className="mb-3 text-sm text-soft">Until the crowd is revealed you see only your own.</p>
      ) : null}
      <ol className="divide-y divide-hairline border-y border-hairline text-sm">
        {items.map((trade) => (
          <Trade key={trade.id} trade={trade} outcomes={market.outcomes} now={question.askedAt.getTime()} />
        ))}
      </ol>
      <OlderLink
        href={nextCursor ? `/questions/${question.slug}?tab=trades&cursor=${nextCursor}#activity` : undefined}
      />
    </>
  );
});

function Trade({ trade, outcomes, now }: { trade: TradeView; outcomes: readonly string[]; now: number }) {
  const { name, isBot, isSimulated, madeAt, action, outcome, side, sharesMicros, costMicros, pricesAfter } = trade;
  const notes = [trade.byOrder ? "by an order" : "", trade.isReversed ? "reversed: the answer was known" : ""].filter(
    Boolean,
  );
  return (
    <li className="flex items-start justify-between gap-4 py-2.5">
      <p className="min-w-0">
        <UserName name={name} href={`/users/${encodeURIComponent(name)}`} isBot={isBot} isSimulated={isSimulated} />
        <span className="text-soft">
          {action === "buy" ? " bought " : " sold "}
          {shortCredits(sharesMicros)} of {shareWords(outcomes, outcome, side)} for{" "}
          {shortCredits(withoutSign(costMicros))}
          {" · "}
          <Instant at={madeAt.getTime()} now={now} form="relative" />
          {notes.length > 0 ? ` · ${notes.join(", ")}` : ""}
        </span>
      </p>
      {pricesAfter.length > 0 ? (
        <p className="shrink-0 font-semibold">{percentText(pricesAfter[outcome] ?? 0)}</p>
      ) : null}
    </li>
  );
}
