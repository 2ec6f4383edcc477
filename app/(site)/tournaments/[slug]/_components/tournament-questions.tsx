import { DataTable } from "#app/_components/data-table.tsx";
import { Instant } from "#app/_components/instant.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import { Section } from "#app/_components/section.tsx";
import type { TournamentView } from "#app/_scores/score-view.ts";
import { countText } from "#core/text/count-text.ts";

/** What is asked in it, and what is answered already. */
export function TournamentQuestions({ tournament: { questions } }: { tournament: TournamentView }) {
  const areWeighed = questions.some(({ weight }) => weight !== 1);
  const open = questions.filter(({ answer }) => answer === null).length;
  return (
    <Section
      title="Questions"
      lead={`${countText(questions.length, "question")}, ${open === 0 ? "all answered" : `${open} not answered yet`}. One that somebody leaves out counts 0 for them: as good as the others.`}
    >
      <DataTable
        caption="Questions of the tournament"
        rows={questions}
        keyOf={({ slug }) => slug}
        columns={[
          {
            key: "title",
            header: "Question",
            namesRow: true,
            cell: ({ slug, title }) => (
              <PageLink href={`/questions/${slug}`} className="title-link">
                {title}
              </PageLink>
            ),
          },
          {
            key: "closes",
            header: "Closes",
            cell: ({ closesAt }) => <Instant at={closesAt.getTime()} form="day" />,
          },
          ...(areWeighed
            ? [
                {
                  key: "weight",
                  header: "Weight",
                  isNumber: true,
                  cell: ({ weight }: TournamentView["questions"][number]) => weight,
                },
              ]
            : []),
          { key: "answer", header: "Answer", staysNarrow: true, cell: ({ answer }) => answer ?? "–" },
        ]}
      />
    </Section>
  );
}
