"use client";

import { useRouter } from "next/navigation";
import { Button } from "#app/_components/button.tsx";
import { FailureNotice } from "#app/_forms/failure-notice.tsx";
import { useSubmission } from "#app/_forms/use-submission.ts";
import { trpc } from "#app/_trpc/client.ts";
import { isSome, shortCredits } from "./credits-text.ts";
import type { OrderView } from "./market-view.ts";
import { shareWords } from "./share-words.ts";

interface Props {
  readonly orders: readonly (OrderView & { readonly outcomes: readonly string[]; readonly title?: string })[];
}

const ENDINGS: Record<string, string> = {
  filled: "filled",
  cancelled: "cancelled",
  expired: "ran out",
  replaced: "withdrawn for your own trade",
  settled: "ended with the market",
};

/** One's orders, those that still wait first to be cancelled, and what became of the others. */
export function OwnOrders({ orders }: Props) {
  return (
    <ul className="divide-y divide-hairline text-sm">
      {orders.map((order) => (
        <OwnOrder key={order.id} order={order} />
      ))}
    </ul>
  );
}

function OwnOrder({ order }: { order: Props["orders"][number] }) {
  const router = useRouter();
  const { submit, isPending, failure } = useSubmission();
  const what = shareWords(order.outcomes, order.outcome, order.side);
  const isOpen = order.closedAt === null;
  const words = `${order.action === "buy" ? "Buy" : "Sell"} ${shortCredits(order.sharesMicros)} of ${what} at ${shortCredits(order.limitMicros)}`;

  async function cancel() {
    await submit(() => trpc.market.cancelOrder.mutate({ orderId: order.id }));
    router.refresh();
  }

  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
      <div className="min-w-0">
        <p className={isOpen ? "font-medium" : "text-soft"}>
          {order.title ? `${order.title} · ` : ""}
          {words}
        </p>
        <p className="text-xs text-soft">
          {isOpen
            ? `${shortCredits(order.remainingMicros)} still wait${isSome(order.reservedMicros) ? `, ${shortCredits(order.reservedMicros)} set aside` : ""}`
            : (ENDINGS[order.closedBy ?? ""] ?? order.closedBy)}
        </p>
        <FailureNotice failure={failure} isLine />
      </div>
      {isOpen ? (
        <Button
          tone="secondary"
          size="small"
          disabled={isPending}
          onClick={() => void cancel()}
          aria-label={`Cancel: ${words}`}
        >
          {isPending ? "Cancelling…" : "Cancel"}
        </Button>
      ) : null}
    </li>
  );
}
