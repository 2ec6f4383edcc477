"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useRef, useState } from "react";
import { Button } from "#app/_components/button.tsx";
import { Field } from "#app/_components/field.tsx";
import { Notice } from "#app/_components/notice.tsx";
import { Select } from "#app/_components/select.tsx";
import { TextInput } from "#app/_components/text-input.tsx";
import { FailureNotice } from "#app/_forms/failure-notice.tsx";
import { newKey } from "#app/_forms/new-key.ts";
import { useSubmission } from "#app/_forms/use-submission.ts";
import { trpc } from "#app/_trpc/client.ts";
import { microsOfText } from "#core/ledger/micros.ts";
import type { MarketView, Side } from "./market-view.ts";
import { OutcomeChoice } from "./outcome-choice.tsx";

const EMPTY = { action: "buy" as "buy" | "sell", outcome: 0, side: "yes" as Side, shares: "", limit: "", expires: "" };

/** An order that waits for its price: what it may cost is set aside, and comes back when it is cancelled or runs out. */
export function OrderForm({ market }: { market: MarketView }) {
  const router = useRouter();
  const [form, setForm] = useState(EMPTY);
  const [isPlaced, setPlaced] = useState(false);
  const { submit, isPending, failure } = useSubmission();
  const fields = failure?.fields ?? {};
  // One key for one content: sent again after a lost answer, it is the same order.
  const key = useRef<{ content: string; key: string } | null>(null);
  const set = (change: Partial<typeof EMPTY>) => {
    setForm({ ...form, ...change });
    setPlaced(false);
  };

  async function onSubmit(event: FormEvent) {
    event.preventDefault();
    const content = JSON.stringify(form);
    if (key.current?.content !== content) key.current = { content, key: newKey() };
    const { key: idempotencyKey } = key.current;
    const done = await submit(() =>
      trpc.market.placeOrder.mutate({
        questionId: market.questionId,
        action: form.action,
        outcome: form.outcome,
        side: form.side,
        sharesMicros: microsOfText(form.shares),
        limitMicros: microsOfText(form.limit),
        ...(form.expires === "" ? {} : { expiresAt: new Date(form.expires) }),
        idempotencyKey,
      }),
    );
    if (!done) return;
    key.current = null;
    setForm({ ...form, shares: "", limit: "" });
    setPlaced(true);
    router.refresh();
  }

  return (
    <form onSubmit={onSubmit} method="post" className="space-y-4">
      <Field label="I want to">
        {(control) => (
          <Select
            {...control}
            value={form.action}
            onChange={(event) => set({ action: event.target.value as "buy" | "sell" })}
          >
            <option value="buy">buy, at my price or lower</option>
            <option value="sell">sell, at my price or higher</option>
          </Select>
        )}
      </Field>
      <OutcomeChoice {...form} outcomes={market.outcomes} hasSide onChange={set} />
      <div className="grid gap-3 sm:grid-cols-3">
        <Field label="Shares" error={fields.sharesMicros}>
          {(control) => (
            <TextInput
              {...control}
              required
              inputMode="decimal"
              autoComplete="off"
              value={form.shares}
              onChange={(event) => set({ shares: event.target.value })}
            />
          )}
        </Field>
        <Field label="Price a share" error={fields.limitMicros}>
          {(control) => (
            <TextInput
              {...control}
              required
              inputMode="decimal"
              autoComplete="off"
              placeholder="0.450"
              value={form.limit}
              onChange={(event) => set({ limit: event.target.value })}
            />
          )}
        </Field>
        <Field label="Until" optional error={fields.expiresAt}>
          {(control) => (
            <TextInput
              {...control}
              type="datetime-local"
              value={form.expires}
              onChange={(event) => set({ expires: event.target.value })}
            />
          )}
        </Field>
      </div>
      <FailureNotice failure={failure} title="The order was not placed" />
      {isPlaced ? (
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
