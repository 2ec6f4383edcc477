import type { Catalogue } from "#server/messages/catalogue.ts";

/** Rules of markets and of play money. */
export const MARKET_SENTENCES = {
  amount_must_be_in_credits: ({ reason }) =>
    reason === "unreadable"
      ? "Give an amount such as 12.5, with at most six decimals."
      : "This is more than there can be.",
  entries_must_sum_to_zero: ({ entries }) =>
    entries === "settlement"
      ? "A market must hold what it has to pay."
      : `The entries of a ${entries} must sum to zero.`,
  balance_must_cover_cost: "You do not have enough credits for this.",
  market_must_exist: "This question has no market.",
  market_must_not_exist: "This question has a market already.",
  market_must_have_time_to_trade:
    "Its crowd is hidden until forecasting closes, and a price would show it: there is no time to trade.",
  market_buckets_must_be_given: ({ max }) =>
    `A market on a range needs one to ${max} values that cut it into the parts that are traded.`,
  market_buckets_must_rise_inside_range: "Each of the values must lie inside the range and above the one before.",
  market_buckets_must_fit_question: "Only a question about a number or a date is traded in buckets.",
  shares_must_be_held: ({ reason }) =>
    reason === "held" ? "You do not hold that many shares." : "You do not hold that many shares free of other orders.",
  shares_must_be_tradable: "A trade needs some shares, and not too many.",
  price_must_stay_within_limit: ({ reason }) =>
    ({
      cost: "The price has moved: this would cost more than your limit.",
      shares: "The price has moved: this would bring fewer shares than your limit.",
      proceeds: "The price has moved: this would bring less than your limit.",
    })[reason],
  trade_must_move_something: "On these terms there is nothing to trade.",
  order_must_be_open: "This order is no longer open.",
  orders_must_stay_within_limit: ({ of, max }) =>
    `${max} of your orders wait in ${of === "market" ? "this market" : "all markets"}; cancel one to place another.`,
  order_must_expire_in_future: "An order expires after now.",
} as const satisfies Partial<Catalogue>;
