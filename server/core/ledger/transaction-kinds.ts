/** What moves credits, one word for each kind of ledger transaction, with what a statement says of it. */
export const TRANSACTION_KINDS = {
  welcome: "Welcome grant",
  stipend: "Weekly stipend",
  grant: "Grant by an admin",
  market_opening: "Subsidy of a market",
  trade: "Trade",
  order_reservation: "Reserved for an order",
  order_return: "Returned from an order",
  trade_reversal: "Trade reversed: made when the answer was already known",
  payout: "Paid out: the answer came true",
  refund: "Refunded: the question was voided",
  settlement_reversal: "Taken back: the answer was replaced",
  residue: "Left in the market, to the house",
  debt: "Could not be taken back yet; kept as owed",
  repayment: "Owed from before, paid back",
} as const;

export type TransactionKind = keyof typeof TRANSACTION_KINDS;
