"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useRef, useState } from "react";
import { Button } from "#app/_components/button.tsx";
import { Field } from "#app/_components/field.tsx";
import { Notice } from "#app/_components/notice.tsx";
import { TextInput } from "#app/_components/text-input.tsx";
import { PercentField } from "#app/_forecasts/percent-field.tsx";
import { PercentSlider } from "#app/_forecasts/percent-slider.tsx";
import { nearestPercent } from "#app/_forecasts/stated-percent.ts";
import { FailureNotice } from "#app/_forms/failure-notice.tsx";
import { newKey } from "#app/_forms/new-key.ts";
import { useSubmission } from "#app/_forms/use-submission.ts";
import { trpc } from "#app/_trpc/client.ts";
import { shortCredits, withoutSign } from "./credits-text.ts";
import type { MarketView } from "./market-view.ts";
import { OutcomeChoice } from "./outcome-choice.tsx";
import { QuoteLines } from "./quote-lines.tsx";
import { shareWords } from "./share-words.ts";
import { limitedRequest, quoteRequest, type TradeForm } from "./trade-request.ts";
import { useQuote } from "./use-quote.ts";

interface Props {
  readonly market: MarketView;
  readonly kind: TradeForm["kind"];
  /** What the reader says of each outcome, to trade toward; the price where they say nothing. */
  readonly forecast: readonly number[];
}

const AMOUNT = { toward: "Spend at most, in credits", buy_budget: "Spend, in credits", sell_shares: "Shares to sell" };
const PRESS = { toward: "Trade toward it", buy_budget: "Buy", sell_shares: "Sell" };

/** One trade: what is wanted, what it would do, and the press that does just that or nothing. */
export function TradeTicket({ market, kind, forecast }: Props) {
  const router = useRouter();
  const [form, setForm] = useState<TradeForm>({
    kind,
    outcome: 0,
    side: "yes",
    amount: "",
    percent: nearestPercent(forecast[0] ?? 0.5),
  });
  const [version, setVersion] = useState(0);
  const [done, setDone] = useState<string | null>(null);
  const { submit, isPending, failure } = useSubmission();
  const request = quoteRequest(market.questionId, form);
  const { quote, message, isWaiting } = useQuote(request, version);
  // One key for one quote: sent again after a lost answer, it is the same trade.
  const key = useRef<{ quote: unknown; key: string } | null>(null);
  const set = (change: Partial<TradeForm>) => {
    setForm({ ...form, ...change });
    setDone(null);
  };

  async function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (!request || !quote?.isPossible || isPending) return;
    if (key.current?.quote !== quote) key.current = { quote, key: newKey() };
    const { key: idempotencyKey } = key.current;
    await submit(async () => {
      const trade = await trpc.market.trade.mutate({ ...limitedRequest(request, quote), idempotencyKey });
      const what = shareWords(market.outcomes, trade.outcome, trade.side);
      const did = trade.action === "buy" ? "Bought" : "Sold";
      setDone(
        `${did} ${shortCredits(trade.sharesMicros)} shares of ${what} for ${shortCredits(withoutSign(trade.costMicros))} credits.`,
      );
      setForm({ ...form, amount: "" });
      router.refresh();
    });
    // Whether it was done or refused, the price may be another now.
    setVersion((before) => before + 1);
  }

  return (
    <form onSubmit={onSubmit} method="post" className="space-y-4">
      <OutcomeChoice
        outcomes={market.outcomes}
        outcome={form.outcome}
        side={form.side}
        hasSide={kind !== "toward"}
        onChange={(change) =>
          set({
            ...change,
            ...(change.outcome === undefined ? {} : { percent: nearestPercent(forecast[change.outcome] ?? 0.5) }),
          })
        }
      />
      {kind === "toward" ? (
        <div>
          <div className="flex items-center justify-between gap-4 text-sm font-medium">
            <span>Move the price of {market.outcomes[form.outcome]} toward</span>
            <PercentField
              label={`Price of ${market.outcomes[form.outcome]} to trade toward, in percent`}
              percent={form.percent}
              onChange={(percent) => set({ percent })}
              className="w-24"
            />
          </div>
          <PercentSlider
            label={`Price of ${market.outcomes[form.outcome]} to trade toward`}
            percent={form.percent}
            onChange={(percent) => set({ percent })}
          />
        </div>
      ) : null}
      <Field label={AMOUNT[kind]} error={failure?.fields.budgetMicros ?? failure?.fields.sharesMicros}>
        {(control) => (
          <TextInput
            {...control}
            inputMode="decimal"
            autoComplete="off"
            required
            value={form.amount}
            onChange={(event) => set({ amount: event.target.value })}
          />
        )}
      </Field>
      <QuoteLines market={market} quote={quote} isWaiting={isWaiting} />
      {message ? <Notice tone="error">{message}</Notice> : null}
      <FailureNotice failure={failure} title="Nothing was traded" />
      {done ? (
        <Notice tone="success" live>
          {done}
        </Notice>
      ) : null}
      <Button type="submit" disabled={isPending || !quote?.isPossible}>
        {isPending ? "Trading…" : PRESS[kind]}
      </Button>
    </form>
  );
}
