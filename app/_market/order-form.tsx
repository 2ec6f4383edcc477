"use client";

import { useRouter } from "next/navigation";
import { useRef } from "react";
import { Button } from "#app/_components/button.tsx";
import { Field } from "#app/_components/field.tsx";
import { Notice } from "#app/_components/notice.tsx";
import { Select } from "#app/_components/select.tsx";
import { TextInput } from "#app/_components/text-input.tsx";
import { FailureNotice } from "#app/_forms/failure-notice.tsx";
import { newKey } from "#app/_forms/new-key.ts";
import { useForm } from "#app/_forms/use-form.ts";
import { trpc } from "#app/_trpc/client.ts";
import { microsOfText } from "#core/ledger/micros.ts";
import type { MarketView, Side } from "./market-view.ts";
import { OutcomeChoice } from "./outcome-choice.tsx";

const EMPTY = { action: "buy" as "buy" | "sell", outcome: 0, side: "yes" as Side, shares: "", limit: "", expires: "" };

/** An order that waits for its price: what it may cost is set aside, and comes back when it is cancelled or runs out. */
export function OrderForm({ market }: { market: MarketView }) {
  const router = useRouter();
  const form = useForm(EMPTY);
  const { values, change, errors, failure, isPending, isDone } = form;
  // One key for one content: sent again after a lost answer, it is the same order.
  const key = useRef<{ content: string; key: string } | null>(null);

  const place = form.onSubmit(async ({ action, outcome, side, shares, limit, expires }) => {
    const content = JSON.stringify(values);
    if (key.current?.content !== content) key.current = { content, key: newKey() };
    await trpc.market.placeOrder.mutate({
      questionId: market.questionId,
      action,
      outcome,
      side,
      sharesMicros: microsOfText(shares),
      limitMicros: microsOfText(limit),
      ...(expires === "" ? {} : { expiresAt: new Date(expires) }),
      idempotencyKey: key.current.key,
    });
    key.current = null;
    change({ shares: "", limit: "" });
    router.refresh();
  });

  return (
    <form ref={form.ref} onSubmit={place} method="post" className="space-y-4">
      <Field label="I want to">
        {(control) => (
          <Select
            {...control}
            value={values.action}
            onChange={(event) => change({ action: event.target.value as "buy" | "sell" })}
          >
            <option value="buy">buy, at my price or lower</option>
            <option value="sell">sell, at my price or higher</option>
          </Select>
        )}
      </Field>
      <OutcomeChoice {...values} outcomes={market.outcomes} hasSide onChange={change} />
      <div className="grid gap-3 sm:grid-cols-3">
        <Field label="Shares" error={errors.sharesMicros}>
          {(control) => (
            <TextInput {...control} required inputMode="decimal" autoComplete="off" {...form.text("shares")} />
          )}
        </Field>
        <Field label="Price a share" error={errors.limitMicros}>
          {(control) => (
            <TextInput
              {...control}
              required
              inputMode="decimal"
              autoComplete="off"
              placeholder="0.450"
              {...form.text("limit")}
            />
          )}
        </Field>
        <Field label="Until" optional error={errors.expiresAt}>
          {(control) => <TextInput {...control} type="datetime-local" {...form.text("expires")} />}
        </Field>
      </div>
      <FailureNotice failure={failure} title="The order was not placed" />
      {isDone ? (
        <Notice tone="success" live>
          Placed. What could be filled at once was; the rest waits below.
        </Notice>
      ) : null}
      <Button type="submit" disabled={isPending}>
        {isPending ? "Placing…" : "Place order"}
      </Button>
    </form>
  );
}
