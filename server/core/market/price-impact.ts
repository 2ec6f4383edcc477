import { ensureArgument } from "#core/errors.ts";
import { lmsrTargetTrade } from "./lmsr-target-trade.ts";

/** Resting shares at a price of the outcome, as real numbers of credits and shares. */
export interface RestingShares {
  readonly price: number;
  readonly shares: number;
}

/** One outcome of a market: its price, the maker's liquidity in credits, and what rests on both sides of the price. */
export interface OutcomeBook {
  readonly price: number;
  readonly liquidity: number;
  /** Buyers of the outcome, or sellers of its opposite. */
  readonly bids: readonly RestingShares[];
  readonly asks: readonly RestingShares[];
}

/** What it takes to bring the outcome's price somewhere: what is paid, and for how many shares. */
export interface PriceImpact {
  readonly price: number;
  readonly credits: number;
  readonly shares: number;
}

/**
 * What somebody would pay now to bring an outcome's price to a target: up by buying the outcome, down by buying its
 * opposite.
 *
 * Formula: the maker's part as `lmsrTargetTrade`, and with it every order on the way at its own price: asks a ≤ t add a·s
 * going up, bids d ≥ t add (1 − d)·s going down; orders at the target are counted unless `isShortOfOrders`.
 * Units: credits and shares; prices in (0, 1). Rounding to micros is left out: `executeTrade` says what a trade costs.
 * Errors: `argument_must_be_in_domain` for a target at or outside 0 and 1.
 * Source: R. Hanson (2007) for the maker.
 *
 * @example
 * priceImpact({ price: 0.5, liquidity: 100, bids: [], asks: [{ price: 0.5, shares: 10 }] }, 0.5); // => { price: 0.5, credits: 5, shares: 10 }
 */
export function priceImpact(book: OutcomeBook, target: number, isShortOfOrders = false): PriceImpact {
  const { price, liquidity, bids, asks } = book;
  const { shares, cost } = lmsrTargetTrade({ price, target, liquidity });
  const rises = target > price || (target === price && asks.some((ask) => ask.price <= price));
  const isMet = (resting: RestingShares) =>
    resting.price === target ? !isShortOfOrders : rises ? resting.price < target : resting.price > target;
  const met = (rises ? asks : bids).filter(isMet);
  return {
    price: target,
    credits: met.reduce((sum, { price: at, shares: s }) => sum + s * (rises ? at : 1 - at), cost),
    shares: met.reduce((sum, resting) => sum + resting.shares, shares),
  };
}

/**
 * The curve of what it takes to move an outcome's price, from where it stands to the ends of a span, one for each way.
 * Where orders rest it rises straight up: their price is there twice.
 *
 * Formula: `priceImpact` at so many equally spaced prices and, before and after, at those of resting orders.
 * Units: credits and shares; prices in (0, 1).
 * Errors: `argument_must_be_in_domain` unless 0 < from ≤ price ≤ to < 1.
 * Source: own rule.
 *
 * @example
 * impactCurve({ price: 0.5, liquidity: 100, bids: [], asks: [] }, { from: 0.25, to: 0.75, points: 2 }).up.map(({ price }) => price); // => [0.5, 0.625, 0.75]
 */
export function impactCurve(
  book: OutcomeBook,
  { from, to, points }: { from: number; to: number; points: number },
): { down: PriceImpact[]; up: PriceImpact[] } {
  ensureArgument(
    from > 0 && from <= book.price && book.price <= to && to < 1,
    "A span of prices lies between 0 and 1 and holds the price.",
  );
  return { down: branch(book, from, points, book.bids), up: branch(book, to, points, book.asks) };
}

/** Orders rest at whole thousandths; nearer than this, a price of the grid is theirs. */
const SAME_PRICE = 1e-9;

/** One way, from the price to an end. */
function branch(book: OutcomeBook, end: number, points: number, resting: readonly RestingShares[]): PriceImpact[] {
  const { price } = book;
  const way = end >= price ? 1 : -1;
  const stops = resting.map((each) => each.price).filter((at) => (at - price) * way >= 0 && (end - at) * way >= 0);
  const isStop = (at: number) => stops.some((stop) => Math.abs(stop - at) < SAME_PRICE);
  const grid = Array.from({ length: points + 1 }, (_, i) => price + ((end - price) * i) / points);
  const prices = [...new Set([...grid.filter((at) => at === price || !isStop(at)), ...stops])].sort(
    (a, b) => way * (a - b),
  );
  const start = { price, credits: 0, shares: 0 };
  return prices.flatMap((at) => {
    const whole = at === price && !stops.includes(at) ? start : priceImpact(book, at);
    if (!stops.includes(at)) return whole;
    return [at === price ? start : priceImpact(book, at, true), whole];
  });
}
