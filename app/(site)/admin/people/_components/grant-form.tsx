"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "#app/_components/button.tsx";
import { Disclosure } from "#app/_components/disclosure.tsx";
import { Field } from "#app/_components/field.tsx";
import { Notice } from "#app/_components/notice.tsx";
import { TextInput } from "#app/_components/text-input.tsx";
import { FailureNotice } from "#app/_forms/failure-notice.tsx";
import { useSubmission } from "#app/_forms/use-submission.ts";
import { shortCredits } from "#app/_market/credits-text.ts";
import { trpc } from "#app/_trpc/client.ts";
import { microsOfText } from "#core/ledger/micros.ts";

/** Hands play money to one person, with a reason that their statement and the audit log keep. */
export function GrantForm({ userId, name }: { userId: string; name: string }) {
  const router = useRouter();
  const [form, setForm] = useState({ amount: "", reason: "" });
  const [balance, setBalance] = useState<string | null>(null);
  const { submit, isPending, failure } = useSubmission();

  async function onSubmit(event: FormEvent) {
    event.preventDefault();
    const done = await submit(async () => {
      const { balanceMicros } = await trpc.ledger.grant.mutate({
        userId,
        amountMicros: microsOfText(form.amount),
        reason: form.reason,
      });
      setBalance(balanceMicros);
    });
    if (!done) return;
    setForm({ amount: "", reason: "" });
    router.refresh();
  }

  return (
    <Disclosure summary="Give credits">
      <form onSubmit={onSubmit} method="post" className="max-w-sm space-y-3" aria-label={`Give credits to ${name}`}>
        <Field label="Credits" error={failure?.fields.amountMicros}>
          {(control) => (
            <TextInput
              {...control}
              required
              inputMode="decimal"
              value={form.amount}
              onChange={(event) => setForm({ ...form, amount: event.target.value })}
            />
          )}
        </Field>
        <Field label="Reason" hint="They read it in their statement." error={failure?.fields.reason}>
          {(control) => (
            <TextInput
              {...control}
              required
              maxLength={500}
              value={form.reason}
              onChange={(event) => setForm({ ...form, reason: event.target.value })}
            />
          )}
        </Field>
        <FailureNotice failure={failure} beside={["amountMicros", "reason"]} />
        {balance === null ? null : (
          <Notice tone="success" live>
            Given. {name} now has {shortCredits(balance)} credits to spend.
          </Notice>
        )}
        <Button type="submit" tone="secondary" size="small" disabled={isPending}>
          {isPending ? "Giving…" : "Give"}
        </Button>
      </form>
    </Disclosure>
  );
}
