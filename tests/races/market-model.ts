import type { LmsrMarket } from "#core/market/lmsr-market.ts";
import { marketAfterTrade, quoteTrade } from "#core/market/quote-trade.ts";

interface ModelTrade {
  readonly person: number;
  readonly outcome: number;
  /** Negative: sold. */
  readonly shares: bigint;
  readonly cost: bigint;
  readonly redeemed: bigint;
  readonly madeAt: number;
}

/** All that a market promises, without a database: who holds what follows from the list of trades and the answer alone. */
export class MarketModel {
  maker: LmsrMarket;
  readonly granted: bigint[];
  readonly reserved: bigint[];
  readonly trades: ModelTrade[] = [];
  answer: { outcome: number | null; knownAt: number } | null = null;

  constructor(maker: LmsrMarket, people: number, granted: bigint) {
    this.maker = maker;
    this.granted = Array.from({ length: people }, () => granted);
    this.reserved = Array.from({ length: people }, () => 0n);
  }

  /** The trades that count. */
  private counted(): ModelTrade[] {
    const { answer } = this;
    if (!answer) return this.trades;
    return answer.outcome === null ? [] : this.trades.filter(({ madeAt }) => madeAt < answer.knownAt);
  }

  shares(person: number, outcome: number, trades = this.trades): bigint {
    const own = trades.filter((trade) => trade.person === person);
    return own.reduce((sum, trade) => sum + (trade.outcome === outcome ? trade.shares : 0n) - trade.redeemed, 0n);
  }

  /** Spendable, reserved and owed together. */
  wealth(person: number): bigint {
    const counted = this.counted();
    const own = counted.filter((trade) => trade.person === person);
    const paid = own.reduce((sum, { cost, redeemed }) => sum + cost - redeemed, 0n);
    const won = this.answer?.outcome == null ? 0n : this.shares(person, this.answer.outcome, counted);
    return (this.granted[person] ?? 0n) - paid + won;
  }

  /** What a trade must come to, or the rule that must refuse it. */
  expected(person: number, outcome: number, shares: bigint): { cost: bigint; redeemed: bigint } | string {
    if (this.answer) return "question_must_be_open";
    if (shares < 0n && this.shares(person, outcome) < -shares) return "shares_must_be_held";
    const { costMicros } = quoteTrade(this.maker, { outcomes: [outcome], sharesMicros: shares });
    const held = [0, 1].map((i) => this.shares(person, i) + (i === outcome ? shares : 0n));
    const least = held.reduce((a, b) => (a < b ? a : b));
    const redeemed = shares > 0n ? least : 0n;
    if (this.wealth(person) - (this.reserved[person] ?? 0n) < costMicros - redeemed) return "balance_must_cover_cost";
    return costMicros === redeemed ? "trade_must_move_something" : { cost: costMicros, redeemed };
  }

  take(trade: ModelTrade): void {
    this.maker = marketAfterTrade(this.maker, { outcomes: [trade.outcome], sharesMicros: trade.shares });
    this.maker = { ...this.maker, soldMicros: this.maker.soldMicros.map((sold) => sold - trade.redeemed) };
    this.trades.push(trade);
  }
}
