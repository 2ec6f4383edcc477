import type { Metadata } from "next";
import { Suspense } from "react";
import type { AddressQuery } from "#app/_address/address-params.ts";
import { segmentText } from "#app/_address/segment-text.ts";
import { Badge } from "#app/_components/badge.tsx";
import { Instant } from "#app/_components/instant.tsx";
import { PageHeader } from "#app/_components/page-header.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import { SkeletonLines } from "#app/_components/skeleton.tsx";
import { orNotFound } from "#app/_trpc/or-not-found.ts";
import { api } from "#app/_trpc/server.ts";
import { Acts } from "./_components/acts.tsx";
import { Calibration } from "./_components/calibration.tsx";
import { RecordFigures } from "./_components/record-figures.tsx";

interface Props {
  readonly params: Promise<{ name: string }>;
  readonly searchParams: Promise<AddressQuery>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: segmentText((await params).name) };
}

export default async function RecordPage({ params, searchParams }: Props) {
  const name = segmentText((await params).name);
  const search = await searchParams;
  const record = await orNotFound((await api()).board.record({ name }));
  const { person, isYou } = record;
  return (
    <>
      <PageHeader
        title={person.name}
        above={
          <span className="flex flex-wrap items-center gap-1.5">
            {isYou ? <Badge tone="accent">You</Badge> : null}
            {person.isBot ? <Badge>{person.isRetired ? "Retired bot" : "Bot"}</Badge> : null}
            {person.owner ? (
              <span>
                of{" "}
                <PageLink href={`/users/${encodeURIComponent(person.owner)}`} className="link">
                  {person.owner}
                </PageLink>
              </span>
            ) : null}
            {person.isSimulated ? <Badge>Simulated: no real person</Badge> : null}
            {person.isImported ? <Badge>Imported record</Badge> : null}
            <span>
              Here since <Instant at={person.createdAt.getTime()} form="day" />
            </span>
          </span>
        }
      />
      <RecordFigures record={record} />
      <Suspense fallback={<SkeletonLines lines={6} />}>
        <Calibration name={person.name} search={search} />
      </Suspense>
      <Suspense fallback={<SkeletonLines lines={6} />}>
        <Acts name={person.name} search={search} isYou={isYou} />
      </Suspense>
    </>
  );
}
