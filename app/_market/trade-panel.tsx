"use client";

import { useState } from "react";
import { classNames } from "#app/_components/class-names.ts";
import type { MarketView } from "./market-view.ts";
import { OrderForm } from "./order-form.tsx";
import { TradeTicket } from "./trade-ticket.tsx";

const WAYS = [
  { way: "toward", label: "Toward my forecast" },
  { way: "buy_budget", label: "Buy" },
  { way: "sell_shares", label: "Sell" },
  { way: "order", label: "Limit order" },
] as const;

/** The ways to trade, one at a time. */
export function TradePanel({ market, forecast }: { market: MarketView; forecast: readonly number[] }) {
  const [way, setWay] = useState<(typeof WAYS)[number]["way"]>("toward");
  return (
    <div className="space-y-4">
      <fieldset className="flex flex-wrap gap-2">
        <legend className="sr-only">How to trade</legend>
        {WAYS.map((one) => (
          <button
            key={one.way}
            type="button"
            aria-pressed={one.way === way}
            onClick={() => setWay(one.way)}
            className={classNames(
              "min-h-11 rounded-md border px-3 text-sm font-medium sm:min-h-9",
              one.way === way ? "border-accent bg-accent/10 text-accent" : "border-outline text-soft hover:text-ink",
            )}
          >
            {one.label}
          </button>
        ))}
      </fieldset>
      {way === "order" ? (
        <OrderForm market={market} />
      ) : (
        <TradeTicket key={way} market={market} kind={way} forecast={forecast} />
      )}
    </div>
  );
}
