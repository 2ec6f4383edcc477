import { percentText } from "#app/_components/percent-text.ts";
import { isSome, shortCredits, withoutSign } from "./credits-text.ts";
import type { MarketView, QuoteView } from "./market-view.ts";
import { shareWords } from "./share-words.ts";

interface Props {
  readonly market: MarketView;
  /** Null before anything is asked, and while the answer is on its way. */
  readonly quote: QuoteView | null;
  readonly isWaiting: boolean;
}

/** What a trade would do: shares, cost, and how far it moves the price. Its room is kept, so that nothing jumps. */
export function QuoteLines({ market, quote, isWaiting }: Props) {
  return (
    <div aria-live="polite" className="min-h-24 rounded-md bg-sunken px-4 py-3 text-sm">
      {quote?.isPossible ? <Lines market={market} quote={quote} /> : null}
      {quote && !quote.isPossible ? (
        <p className="text-soft">Nothing to trade: the price is there already, or the amount buys no share.</p>
      ) : null}
      {quote ? null : (
        <p className="text-soft">{isWaiting ? "Asking for a price…" : "Say how much, and see what it does."}</p>
      )}
    </div>
  );
}

function Lines({ market, quote }: { market: MarketView; quote: QuoteView }) {
  const { action, outcome, side, sharesMicros, costMicros, redeemedMicros, pricesBefore, pricesAfter } = quote;
  const what = shareWords(market.outcomes, outcome, side);
  const lines = [
    [action === "buy" ? "You buy" : "You sell", `${shortCredits(sharesMicros)} shares of ${what}`],
    [action === "buy" ? "For" : "And receive", `${shortCredits(withoutSign(costMicros))} credits`],
    ["Price a share, on average", quote.averagePrice === null ? "–" : quote.averagePrice.toFixed(3)],
    [
      `Price of ${market.outcomes[outcome] ?? "?"}`,
      `${percentText(pricesBefore[outcome] ?? 0)} → ${percentText(pricesAfter[outcome] ?? 0)}`,
    ],
    ...(isSome(redeemedMicros) ? [["Complete sets handed back", `${shortCredits(redeemedMicros)} credits`]] : []),
  ];
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-0.5">
      {lines.map(([term, value]) => (
        <div key={term} className="contents">
          <dt className="text-soft">{term}</dt>
          <dd className="text-right font-medium">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
