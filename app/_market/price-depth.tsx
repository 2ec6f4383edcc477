import { DepthChart } from "#app/_charts/depth-chart.tsx";
import { outcomeBook } from "#core/market/outcome-book.ts";
import { impactCurve, type OutcomeBook, priceImpact } from "#core/market/price-impact.ts";
import type { DepthView, MarketView } from "./market-view.ts";
import { isYesNo } from "./share-words.ts";

/** How far to either side the curve goes: so far, but not where it runs up to the end of the scale. */
const REACH = 0.3;
const MAX_OF_THE_WAY = 0.75;
const POINTS = 40;
const MOVES = [-0.2, -0.1, -0.05, -0.01, 0.01, 0.05, 0.1, 0.2];

/** What the curve shows, in a line. */
export const DEPTH_LEAD = "Credits that bring a price there, paid to the market maker and to the orders on the way.";

interface Props {
  readonly market: Pick<MarketView, "outcomes" | "prices" | "liquidityMicros">;
  readonly book: DepthView;
}

function bookOf({ prices, liquidityMicros }: Props["market"], { outcome, bids, asks }: DepthView): OutcomeBook {
  const side = (steps: DepthView["bids"]) =>
    steps.map(({ priceMicros, sharesMicros }) => ({
      priceMicros: BigInt(priceMicros),
      sharesMicros: BigInt(sharesMicros),
    }));
  const maker = { price: prices[outcome] ?? 0.5, liquidityMicros: BigInt(liquidityMicros) };
  return outcomeBook(maker, { bids: side(bids), asks: side(asks) });
}

/** One outcome's price and what it takes to move it, the maker's curve and the orders that rest in its way together. */
export function PriceDepth({ market, book: stored }: Props) {
  const book = bookOf(market, stored);
  const { price } = book;
  const label = market.outcomes[stored.outcome] ?? "?";
  const from = price - Math.min(REACH, price * MAX_OF_THE_WAY);
  const to = price + Math.min(REACH, (1 - price) * MAX_OF_THE_WAY);
  const { down, up } = impactCurve(book, { from, to, points: POINTS });
  const moves = MOVES.map((change) => ({ change, price: price + change }))
    .filter((move) => move.price > 0 && move.price < 1)
    .map(({ change, price: target }) => ({ change, ...priceImpact(book, target) }));
  const isAlone = isYesNo(market.outcomes);
  const names = isAlone ? { down: "No", up: "Yes" } : { down: "against it", up: "it" };
  return (
    <DepthChart
      title={isAlone ? "What it takes to move the price" : label}
      lead={isAlone ? DEPTH_LEAD : undefined}
      price={price}
      down={down}
      up={up}
      names={names}
      moves={moves}
    />
  );
}
