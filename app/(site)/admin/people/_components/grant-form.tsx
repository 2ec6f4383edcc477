"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "#app/_components/button.tsx";
import { Disclosure } from "#app/_components/disclosure.tsx";
import { Field } from "#app/_components/field.tsx";
import { Notice } from "#app/_components/notice.tsx";
import { TextInput } from "#app/_components/text-input.tsx";
import { FailureNotice } from "#app/_forms/failure-notice.tsx";
import { useForm } from "#app/_forms/use-form.ts";
import { shortCredits } from "#app/_market/credits-text.ts";
import { trpc } from "#app/_trpc/client.ts";
import { microsOfText } from "#core/ledger/micros.ts";

/** Hands play money to one person, with a reason that their statement and the audit log keep. */
export function GrantForm({ userId, name }: { userId: string; name: string }) {
  const router = useRouter();
  const form = useForm({ amount: "", reason: "" });
  const [balance, setBalance] = useState<string | null>(null);
  const { errors, failure, isPending } = form;

  const give = form.onSubmit(async ({ amount, reason }) => {
    const given = await trpc.ledger.grant.mutate({ userId, amountMicros: microsOfText(amount), reason });
    setBalance(given.balanceMicros);
    form.change({ amount: "", reason: "" });
    router.refresh();
  });

  return (
    <Disclosure summary="Give credits">
      <form
        ref={form.ref}
        onSubmit={give}
        method="post"
        className="max-w-sm space-y-3"
        aria-label={`Give credits to ${name}`}
      >
        <Field label="Credits" error={errors.amountMicros}>
          {(control) => <TextInput {...control} required inputMode="decimal" {...form.text("amount")} />}
        </Field>
        <Field label="Reason" hint="They read it in their statement." error={errors.reason}>
          {(control) => <TextInput {...control} required maxLength={500} {...form.text("reason")} />}
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
