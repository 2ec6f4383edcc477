import type { Metadata } from "next";
import Link from "next/link";
import type { AddressQuery } from "#app/_address/address-params.ts";
import { PageHeader } from "#app/_components/page-header.tsx";
import { Section } from "#app/_components/section.tsx";
import { asOfFrom } from "#app/_events/as-of.ts";
import { AsOfBar } from "#app/_events/as-of-bar.tsx";
import { DeclaredList } from "#app/_resolution/declared-list.tsx";
import { ResolutionVersion } from "#app/_resolution/resolution-version.tsx";
import { orNotFound } from "#app/_trpc/or-not-found.ts";
import { api } from "#app/_trpc/server.ts";
import { RecordTail } from "./_components/record-tail.tsx";

export const metadata: Metadata = { title: "Resolution record" };

interface Props {
  readonly params: Promise<{ slug: string }>;
  readonly searchParams: Promise<AddressQuery>;
}

export default async function ResolutionRecordPage({ params, searchParams }: Props) {
  const [{ slug }, query] = await Promise.all([params, searchParams]);
  const asOf = asOfFrom(query.asOf);
  const record = await orNotFound((await api()).resolution.record({ slug, ...(asOf ? { asOf } : {}) }));
  const { question, versions, finalVersion, counterEvidence, coverage } = record;
  const back = (
    <Link href={`/questions/${slug}`} className="text-accent hover:underline">
      {question.title}
    </Link>
  );
  return (
    <div className="max-w-column">
      <PageHeader
        title="Resolution record"
        above={back}
        lead="Every version of this question's answer, with its evidence, who proposed it and who decided. Nothing here is ever overwritten."
      />
      <div className="mb-6">
        <AsOfBar path={`/questions/${slug}/resolution`} asOf={asOf} />
      </div>
      {versions.length === 0 ? (
        <p className="text-soft">
          {asOf ? "Nobody had proposed an answer by then." : "Nobody has proposed an answer yet."} When the log meets
          the criteria, the engine proposes one, and it appears here.
        </p>
      ) : null}
      {versions.map((version) => (
        <Section
          key={version.id}
          id={`v${version.version}`}
          title={`Version ${version.version}${version.version === finalVersion ? ", the final answer" : ""}`}
          aside={
            <a href={`/questions/${slug}/resolution#v${version.version}`} className="link">
              Link to this version
            </a>
          }
        >
          <ResolutionVersion version={version} counterEvidence={counterEvidence} coverage={coverage} />
        </Section>
      ))}
      <DeclaredList declared={record.declared} />
      <RecordTail record={record} />
    </div>
  );
}
