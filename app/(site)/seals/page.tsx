import type { Metadata } from "next";
import { type AddressQuery, addressParams } from "#app/_address/address-params.ts";
import { EmptyState } from "#app/_components/empty-state.tsx";
import { OlderLink } from "#app/_components/older-link.tsx";
import { PageHeader } from "#app/_components/page-header.tsx";
import { api } from "#app/_trpc/server.ts";
import { countText } from "#core/text/count-text.ts";
import { HowToVerify } from "./_components/how-to-verify.tsx";
import { SealList } from "./_components/seal-list.tsx";

export const metadata: Metadata = {
  title: "Seals",
  description:
    "The public roots over every forecast, event, answer, score and action: proof that nothing was changed since.",
};

interface Props {
  readonly searchParams: Promise<AddressQuery>;
}

export default async function SealsPage({ searchParams }: Props) {
  const cursor = addressParams(await searchParams).ordinal("before");
  const { items, nextCursor, waiting } = await (await api()).seal.list(cursor === undefined ? {} : { cursor });
  return (
    <div className="max-w-column">
      <PageHeader
        title="Seals"
        lead="Every few minutes all that was recorded since the last seal joins one Merkle tree, and its root is published here. A root stands for each record below it: change one, and the root no longer fits."
      />
      {items.length === 0 ? (
        <EmptyState title="No seal yet">
          Forecasts, events, answers, scores and actions are sealed within ten minutes of being recorded, and their
          roots appear here.
        </EmptyState>
      ) : (
        <SealList seals={items} now={Date.now()} />
      )}
      <p className="mt-3 text-sm text-soft">
        {waiting === 0
          ? "Every record is sealed."
          : `${countText(waiting, "record waits", "records wait")} for the next seal.`}
      </p>
      <OlderLink href={nextCursor ? `/seals?before=${nextCursor}` : undefined}>Earlier seals</OlderLink>
      <HowToVerify />
    </div>
  );
}
