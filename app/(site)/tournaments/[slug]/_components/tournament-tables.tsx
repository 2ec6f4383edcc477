import { boardHref } from "#app/_boards/board-params.ts";
import { Instant } from "#app/_components/instant.tsx";
import { Notice } from "#app/_components/notice.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import { part } from "#app/_components/part.tsx";
import { Section } from "#app/_components/section.tsx";
import type { TournamentTableView } from "#app/_scores/score-view.ts";
import { api } from "#app/_trpc/server.ts";
import { FinalTable } from "./final-table.tsx";
import { TournamentBoard } from "./tournament-board.tsx";

interface Props {
  readonly slug: string;
  readonly isOver: boolean;
}

/** The board while it runs; then the frozen table and, beside it, those that came after a question was answered anew. */
export const TournamentTables = part(async ({ slug, isOver }: Props) => {
  const tables = await (await api()).tournament.tables({ slug });
  if (!isOver) return <TournamentBoard slug={slug} />;
  if (tables.length === 0) {
    return (
      <>
        <Notice>
          The tournament is over. Its table is frozen as soon as each of its questions has a final answer.
        </Notice>
        <TournamentBoard slug={slug} />
      </>
    );
  }
  return (
    <>
      {tables.map((table) => (
        <Section key={table.version} title={titleOf(table)} lead={<Lead table={table} />}>
          <FinalTable table={table} title={titleOf(table)} />
        </Section>
      ))}
      <p className="mt-4 text-sm">
        <PageLink href={boardHref({ board: `tournament:${slug}`, bots: false, metric: "peer" })} className="link">
          By every metric, beside the crowd
        </PageLink>
      </p>
    </>
  );
});

const titleOf = ({ version }: TournamentTableView) =>
  version === 1 ? "Final table, frozen" : `Amended table ${version - 1}`;

function Lead({ table: { version, publishedAt, changed } }: { table: TournamentTableView }) {
  return (
    <>
      Published <Instant at={publishedAt.getTime()} form="absolute" />.{" "}
      {version === 1 ? (
        "It stays as it was, even if an answer changes later."
      ) : (
        <>
          Questions whose answer changed since the previous table:{" "}
          {changed.map(({ slug, title }, i) => (
            <span key={slug}>
              {i === 0 ? "" : ", "}
              <PageLink href={`/questions/${slug}/resolution`} className="link">
                {title}
              </PageLink>
            </span>
          ))}
          .
        </>
      )}
    </>
  );
}
