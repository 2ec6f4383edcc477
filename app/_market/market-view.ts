import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "#server/api/root.ts";

type Outputs = inferRouterOutputs<AppRouter>["market"];
type Inputs = inferRouterInputs<AppRouter>["market"];

type AnyMarket = NonNullable<Outputs["ofQuestion"]>;
/** A question's market as its page shows it. */
export type MarketView = Extract<AnyMarket, { isHidden: false }>;
/** One whose prices, trades and holders are hidden, as its crowd is. */
export type HiddenMarketView = Extract<AnyMarket, { isHidden: true }>;
export type PositionView = NonNullable<MarketView["position"]>;
export type QuoteView = Outputs["quote"];
export type QuoteRequest = Inputs["quote"];
export type OrderView = Outputs["ownOrders"][number];
export type TradeView = Outputs["trades"]["items"][number];
export type DepthView = Outputs["depth"][number];
export type PortfolioView = Outputs["portfolio"];
/** Which shares: those of an outcome, or equal shares of all others. */
export type Side = "yes" | "no";
