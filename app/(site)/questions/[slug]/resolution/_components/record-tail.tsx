import type { inferRouterOutputs } from "@trpc/server";
import { PageLink } from "#app/_components/page-link.tsx";
import { Section } from "#app/_components/section.tsx";
import { Citation } from "#app/_resolution/citation.tsx";
import { ReopeningEntry } from "#app/_resolution/reopening-entry.tsx";
import { UtcTime } from "#app/_resolution/utc-time.tsx";
import type { AppRouter } from "#server/api/root.ts";

type RecordView = inferRouterOutputs<AppRouter>["resolution"]["record"];

/** What follows the versions: who asked to reopen, which final tables count it, and how to cite it. */
export function RecordTail({ record }: { record: RecordView }) {
  const { question, versions, finalVersion, reopenings, tables } = record;
  const final = versions.find(({ version }) => version === finalVersion);
  const on = final?.decision?.decidedAt.toISOString().slice(0, 10);
  return (
    <>
      {reopenings.length > 0 ? (
        <Section title="Asked to reopen" lead="Objections to an answer that stood, and how they were answered.">
          <div className="space-y-5">
            {reopenings.map((request) => (
              <ReopeningEntry key={request.id} request={request} />
            ))}
          </div>
        </Section>
      ) : null}
      {tables.length > 0 ? (
        <Section
          title="Final tables that count it"
          lead="A tournament’s table is frozen at its end. When an answer changes later, an amended one is published beside it."
        >
          <ul className="space-y-1 text-sm">
            {tables.map(({ tournament, slug, version, publishedAt }) => (
              <li key={`${slug} ${version}`}>
                <PageLink href={`/tournaments/${slug}`} className="link">
                  {tournament}
                </PageLink>
                , {version === 1 ? "frozen" : `amended (${version})`} <UtcTime at={publishedAt} />
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {final ? (
        <Section title="To cite">
          <Citation
            text={`“${question.title}”, resolved ${final.outcomeLabel}${on ? ` on ${on}` : ""}, resolution record version ${final.version}, Parley,`}
            path={`/questions/${question.slug}/resolution#v${final.version}`}
          />
        </Section>
      ) : null}
    </>
  );
}
