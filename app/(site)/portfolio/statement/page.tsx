import type { Metadata } from "next";
import { type AddressQuery, addressParams } from "#app/_address/address-params.ts";
import { Breadcrumbs } from "#app/_components/breadcrumbs.tsx";
import { EmptyState } from "#app/_components/empty-state.tsx";
import { OlderLink } from "#app/_components/older-link.tsx";
import { PageHeader } from "#app/_components/page-header.tsx";
import { signedIn } from "#app/_trpc/for-permitted.ts";
import { api } from "#app/_trpc/server.ts";
import { CsvButton } from "./_components/csv-button.tsx";
import { StatementTable } from "./_components/statement-table.tsx";

export const metadata: Metadata = { title: "Statement" };

interface Props {
  readonly searchParams: Promise<AddressQuery>;
}

export default async function StatementPage({ searchParams }: Props) {
  await signedIn();
  const cursor = addressParams(await searchParams).cursor("statement");
  const { items, nextCursor } = await (await api()).ledger.statement(cursor ? { cursor } : {});
  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={[{ href: "/portfolio", label: "Portfolio" }, { label: "Statement" }]} />}
        title="Statement"
        lead="Every credit that came to you or left you, and why. Nothing is ever changed here: a correction is an entry of its own."
        {...(items.length > 0 ? { actions: <CsvButton /> } : {})}
      />
      {items.length === 0 ? (
        <EmptyState title="No entry yet">Grants, trades and settlements appear here as they happen.</EmptyState>
      ) : (
        <StatementTable items={items} />
      )}
      <OlderLink href={nextCursor ? `/portfolio/statement?cursor=${nextCursor}` : undefined} />
    </>
  );
}
