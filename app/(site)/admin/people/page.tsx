import type { Metadata } from "next";
import Link from "next/link";
import { type AddressQuery, addressParams } from "#app/_address/address-params.ts";
import { PageHeader } from "#app/_components/page-header.tsx";
import { forPermitted } from "#app/_trpc/for-permitted.ts";
import { api } from "#app/_trpc/server.ts";
import { PersonRow } from "./_components/person-row.tsx";

export const metadata: Metadata = { title: "People" };

interface Props {
  readonly searchParams: Promise<AddressQuery>;
}

export default async function PeoplePage({ searchParams }: Props) {
  await forPermitted("read_people");
  const cursor = addressParams(await searchParams).cursor("people");
  const { items, nextCursor } = await (await api()).user.people(cursor ? { cursor } : {});
  return (
    <>
      <PageHeader
        title="People"
        lead="Everybody with a record here, newest first. A new role holds from their next request on."
      />
      <ul className="divide-y divide-hairline">
        {items.map((person) => (
          <PersonRow key={person.id} person={person} />
        ))}
      </ul>
      {nextCursor ? (
        <Link
          href={`/admin/people?cursor=${nextCursor}`}
          className="mt-6 inline-block text-sm text-accent hover:underline"
        >
          Older accounts
        </Link>
      ) : null}
    </>
  );
}
