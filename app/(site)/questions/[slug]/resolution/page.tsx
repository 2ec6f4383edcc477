import type { Metadata } from "next";
import Link from "next/link";
import { PageHeader } from "#app/_components/page-header.tsx";
import { Section } from "#app/_components/section.tsx";
import { asOfFrom } from "#app/_events/as-of.ts";
import { AsOfBar } from "#app/_events/as-of-bar.tsx";
import { ResolutionVersion } from "#app/_resolution/resolution-version.tsx";
import { orNotFound } from "#app/_trpc/or-not-found.ts";
import { api } from "#app/_trpc/server.ts";

export const metadata: Metadata = { title: "Resolution record" };

interface Props {
  readonly params: Promise<{ slug: string }>;
  readonly searchParams: Promise<{ asOf?: string }>;
}

export default async function ResolutionRecordPage({ params, searchParams }: Props) {
  const [{ slug }, query] = await Promise.all([params, searchParams]);
  const asOf = asOfFrom(query.asOf);
  const record = (await api()).resolution.record({ slug, ...(asOf ? { asOf } : {}) });
  const { question, versions, finalVersion } = await orNotFound(record);
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
          title={`Version ${version.version}${version.version === finalVersion ? ", the answer that stands" : ""}`}
        >
          <ResolutionVersion version={version} />
        </Section>
      ))}
      {finalVersion ? (
        <Cite title={question.title} slug={slug} version={versions.find((v) => v.version === finalVersion)} />
      ) : null}
    </div>
  );
}

function Cite({
  title,
  slug,
  version,
}: {
  title: string;
  slug: string;
  version: { version: number; outcomeLabel: string; decision: { decidedAt: Date } | null } | undefined;
}) {
  if (!version) return null;
  const on = version.decision?.decidedAt.toISOString().slice(0, 10) ?? "";
  return (
    <Section title="To cite">
      <p className="max-w-measure text-sm">
        “{title}”, resolved {version.outcomeLabel} on {on}, resolution record version {version.version}, Parley,{" "}
        <code className="break-all">{`/questions/${slug}/resolution#v${version.version}`}</code>
      </p>
    </Section>
  );
}
