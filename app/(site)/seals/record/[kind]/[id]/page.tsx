import type { Metadata } from "next";
import { segmentText } from "#app/_address/segment-text.ts";
import { Breadcrumbs } from "#app/_components/breadcrumbs.tsx";
import { Notice } from "#app/_components/notice.tsx";
import { PageHeader } from "#app/_components/page-header.tsx";
import { orNotFound } from "#app/_trpc/or-not-found.ts";
import { api } from "#app/_trpc/server.ts";
import { RecordProof } from "./_components/record-proof.tsx";

export const metadata: Metadata = { title: "Proof of a record", robots: { index: false } };

interface Props {
  readonly params: Promise<{ kind: string; id: string }>;
}

export default async function RecordProofPage({ params }: Props) {
  const { kind, id } = await params;
  const { label, proof } = await orNotFound((await api()).seal.proof({ kind, recordId: segmentText(id) }));
  const name = label.replace(/^an? /, "");
  return (
    <div className="max-w-column">
      <PageHeader
        title={
          proof ? `This ${name} is leaf ${proof.index} of seal ${proof.seal.number}` : `This ${name} waits to be sealed`
        }
        above={<Breadcrumbs crumbs={[{ href: "/seals", label: "Seals" }]} />}
      />
      {proof ? (
        <RecordProof proof={proof} />
      ) : (
        <Notice title="Not sealed yet">
          It is recorded, and joins the tree with the next seal, within ten minutes. Its proof will be at this address.
        </Notice>
      )}
    </div>
  );
}
