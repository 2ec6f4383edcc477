"use client";

import { useRouter } from "next/navigation";
import { Button } from "#app/_components/button.tsx";
import { Disclosure } from "#app/_components/disclosure.tsx";
import { Field } from "#app/_components/field.tsx";
import { TextInput } from "#app/_components/text-input.tsx";
import { FailureNotice } from "#app/_forms/failure-notice.tsx";
import { useForm } from "#app/_forms/use-form.ts";
import type { Ranged } from "#app/_questions/range-text.ts";
import { trpc } from "#app/_trpc/client.ts";
import { creditsText, microsOfText } from "#core/ledger/micros.ts";
import { subsidyOfMarket } from "#core/market/lmsr-market.ts";
import { boundsOf, suggestedBounds } from "./bucket-bounds.ts";
import { BucketFields } from "./bucket-fields.tsx";

interface Props {
  readonly questionId: string;
  /** How many outcomes it has: two for yes and no. */
  readonly outcomes: number;
  /** The range of a number or a date, which is traded in buckets. */
  readonly ranged: Ranged | null;
  /** The crowd's distribution, where the reader may see one. */
  readonly crowd: readonly number[] | null;
  /** When trading opens, where the crowd is hidden until then. */
  readonly opensAt: Date | null;
}

/** What the house stands to lose at worst; nothing while the field says no amount. */
function worstLoss(liquidity: string, outcomes: number): string | null {
  try {
    const openingPrices = Array.from({ length: outcomes }, () => 1 / outcomes);
    const soldMicros = openingPrices.map(() => 0n);
    return creditsText(subsidyOfMarket({ liquidityMicros: microsOfText(liquidity), openingPrices, soldMicros }));
  } catch {
    return null;
  }
}

/** Opens the play-money market of a question, once for good. */
export function OpenMarketForm({ questionId, outcomes, ranged, crowd, opensAt }: Props) {
  const router = useRouter();
  const form = useForm(() => ({ liquidity: "100", typed: ranged ? suggestedBounds(ranged, crowd) : [] }));
  const { change, errors, failure, isPending } = form;
  const { liquidity, typed } = form.values;
  const bucketBounds = ranged ? boundsOf(ranged.type, typed) : [];
  const loss = worstLoss(liquidity, ranged ? typed.length + 1 : outcomes);

  const open = form.onSubmit(async () => {
    await trpc.market.open.mutate({ questionId, liquidityMicros: microsOfText(liquidity), bucketBounds });
    router.refresh();
  });

  return (
    <Disclosure summary="Open a market on this question">
      <form ref={form.ref} onSubmit={open} method="post" className="max-w-md space-y-4 pt-2">
        <Field
          label="Liquidity, in credits"
          hint="How much it takes to move a price: with 100, about 22 credits move 50% to 60%. It cannot be changed later."
          error={errors.liquidityMicros}
        >
          {(control) => <TextInput {...control} required inputMode="decimal" {...form.text("liquidity")} />}
        </Field>
        {ranged ? (
          <BucketFields
            ranged={ranged}
            typed={typed}
            bounds={bucketBounds}
            error={errors.bucketBounds}
            onChange={(bounds) => change({ typed: bounds })}
          />
        ) : null}
        {opensAt ? (
          <p className="text-sm">
            The crowd is hidden, and a price would tell what it thinks: trading opens when it is revealed.
          </p>
        ) : null}
        <p className="text-sm text-soft">
          {loss ? `The house sets ${loss} credits aside: the most it can lose here.` : "Give an amount such as 100."}
        </p>
        <FailureNotice failure={failure} beside={["liquidityMicros", "bucketBounds"]} />
        <Button type="submit" tone="secondary" disabled={isPending || loss === null || bucketBounds.some(Number.isNaN)}>
          {isPending ? "Opening…" : "Open the market"}
        </Button>
      </form>
    </Disclosure>
  );
}
