/** How an answered market is settled, as pages and notices say it. */
export const SETTLEMENT_RULE =
  "Each share of the answer paid one credit. Trades made at or after the instant at which the answer was publicly known were reversed first, the newest first: everybody in them got back what they had paid, gave back what they had received, and holds what they held before. What somebody cannot give back at once is kept as owed and paid from their next credits.";

/** How a voided market is settled. */
export const VOID_RULE =
  "The question has no answer, so everybody got back what they had paid into the market beyond what they had got out of it, and whoever had got out more gave the difference back.";
