import type { Metadata } from "next";
import type { AddressQuery } from "#app/_address/address-params.ts";
import { ButtonLink } from "#app/_components/button.tsx";
import { EmptyState } from "#app/_components/empty-state.tsx";
import { OlderLink } from "#app/_components/older-link.tsx";
import { PageHeader } from "#app/_components/page-header.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import { forPermitted } from "#app/_trpc/for-permitted.ts";
import { api } from "#app/_trpc/server.ts";
import { AuditFilters } from "./_components/audit-filters.tsx";
import { AuditList } from "./_components/audit-list.tsx";
import { auditFiltersFrom, auditQuery, auditScope } from "./_components/audit-params.ts";

export const metadata: Metadata = { title: "Audit log" };

interface Props {
  readonly searchParams: Promise<AddressQuery>;
}

export default async function AuditPage({ searchParams }: Props) {
  await forPermitted("read_audit_log");
  const filters = auditFiltersFrom(await searchParams);
  const { items, nextCursor, actions } = await (await api()).audit.list(auditScope(filters));
  return (
    <>
      <PageHeader
        title="Audit log"
        lead={
          <>
            Every privileged action, written in the same transaction as the action and chained to the one before it. The
            chain is{" "}
            <PageLink href="/seals" className="link">
              sealed
            </PageLink>{" "}
            with the rest of the record.
          </>
        }
      />
      <AuditFilters filters={filters} actions={actions} />
      {items.length === 0 ? (
        <EmptyState
          title="No action matches"
          action={
            <ButtonLink href="/admin/audit" tone="secondary">
              Show every action
            </ButtonLink>
          }
        >
          Try fewer filters, or a longer time.
        </EmptyState>
      ) : (
        <AuditList rows={items} />
      )}
      <OlderLink href={nextCursor ? `/admin/audit?${auditQuery({ ...filters, before: nextCursor })}` : undefined}>
        Earlier actions
      </OlderLink>
    </>
  );
}
