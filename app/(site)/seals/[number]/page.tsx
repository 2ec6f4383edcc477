import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumbs } from "#app/_components/breadcrumbs.tsx";
import { DataTable } from "#app/_components/data-table.tsx";
import { DefinitionList } from "#app/_components/definition-list.tsx";
import { Instant } from "#app/_components/instant.tsx";
import { numberText } from "#app/_components/number-text.ts";
import { PageHeader } from "#app/_components/page-header.tsx";
import { Section } from "#app/_components/section.tsx";
import { HashText } from "#app/_seals/hash-text.tsx";
import { orNotFound } from "#app/_trpc/or-not-found.ts";
import { api } from "#app/_trpc/server.ts";
import { SealChecks } from "#app/(site)/seals/_components/seal-checks.tsx";
import { countText } from "#core/text/count-text.ts";

interface Props {
  readonly params: Promise<{ number: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Seal ${(await params).number}` };
}

export default async function SealPage({ params }: Props) {
  const { number } = await params;
  if (!/^[1-9]\d{0,8}$/.test(number)) notFound();
  const page = await orNotFound((await api()).seal.byNumber({ number: Number(number) }));
  const { root, hash, fromIndex, untilIndex, counts, at } = page.seal;
  return (
    <div className="max-w-column">
      <PageHeader
        title={`Seal ${number}`}
        above={<Breadcrumbs crumbs={[{ href: "/seals", label: "Seals" }]} />}
        lead={`Leaves ${fromIndex} to ${untilIndex - 1} of the tree, and through its root every leaf before them.`}
      />
      <DefinitionList
        items={[
          { term: "Root", value: <HashText hash={root} /> },
          { term: "Hash of the seal", value: <HashText hash={hash} /> },
          { term: "Published", value: <Instant at={at.getTime()} form="absolute" /> },
          { term: "Size of the tree", value: countText(untilIndex, "leaf", "leaves") },
        ]}
      />
      <Section title="What it added">
        <DataTable
          caption={`Records added by seal ${number}, by kind`}
          rows={counts}
          keyOf={({ kind }) => kind}
          columns={[
            { key: "kind", header: "Kind", cell: ({ label }) => kindText(label), namesRow: true },
            {
              key: "leaves",
              header: "Records",
              cell: ({ leaves }) => numberText(leaves),
              isNumber: true,
              staysNarrow: true,
            },
          ]}
        />
      </Section>
      <SealChecks page={page} />
    </div>
  );
}

/** "a forecast" as the name of a row: "Forecast". */
function kindText(label: string): string {
  const name = label.replace(/^an? /, "");
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
}
