import type { Metadata } from "next";
import { type AddressQuery, addressParams } from "#app/_address/address-params.ts";
import { EmptyState } from "#app/_components/empty-state.tsx";
import { OlderLink } from "#app/_components/older-link.tsx";
import { PageHeader } from "#app/_components/page-header.tsx";
import { signedIn } from "#app/_trpc/for-permitted.ts";
import { api } from "#app/_trpc/server.ts";
import { MarkAsSeen } from "./_components/mark-as-seen.tsx";
import { NoticeList } from "./_components/notice-list.tsx";

export const metadata: Metadata = { title: "Notices" };

interface Props {
  readonly searchParams: Promise<AddressQuery>;
}

export default async function NoticesPage({ searchParams }: Props) {
  await signedIn();
  const before = addressParams(await searchParams).cursor("notices", "before");
  const { items, nextCursor } = await (await api()).notice.list(before ? { cursor: before } : {});
  const newest = items[0];
  return (
    <>
      <PageHeader
        title="Notices"
        lead="What happened to questions you forecast on, suggestions you made, and topics and signals you follow."
      />
      {items.length === 0 ? (
        <EmptyState title="Nothing yet">
          You get a notice here when criteria change, an answer is proposed, challenged or final, and when something you
          follow happens.
        </EmptyState>
      ) : (
        <NoticeList notices={items} now={Date.now()} />
      )}
      {newest?.isNew ? <MarkAsSeen until={newest.createdAt} /> : null}
      <OlderLink href={nextCursor ? `/notices?before=${nextCursor}` : undefined}>Older notices</OlderLink>
    </>
  );
}
