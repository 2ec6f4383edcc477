import { PageLink } from "#app/_components/page-link.tsx";
import { Section } from "#app/_components/section.tsx";
import type { BoardView } from "#app/_scores/score-view.ts";
import { RATED_COVERAGE, RATED_QUESTIONS } from "#core/ranking/is-provisional.ts";
import { SHRINKAGE } from "#core/ranking/shrunk-peer.ts";

/** What the columns mean. */
export function HowRanked({ board: { references, isOver, analysis } }: { board: BoardView }) {
  return (
    <Section
      title="How to read this"
      aside={
        <PageLink href="/methodology" className="link">
          The formulas
        </PageLink>
      }
    >
      <dl className="grid max-w-column gap-x-8 gap-y-4 text-sm sm:grid-cols-2">
        <Meaning term="Shrunk Peer">
          The Peer sum divided by {SHRINKAGE} plus the coverage. Above 0 is better than the others on the same questions
          at the same time. Who ties shares a place, and the next place skips: 1, 2, 2, 4.
        </Meaning>
        <Meaning term="Coverage">
          How many questions’ worth of time somebody stood in company. A question forecast for half its time counts
          half.
        </Meaning>
        <Meaning term="Provisional">
          Fewer than {RATED_QUESTIONS} scored questions or less than {RATED_COVERAGE} of coverage: the place says more
          about luck than about skill.
        </Meaning>
        {analysis?.without === "none" ? (
          <Meaning term="90% interval, places">
            Had other questions of this kind been asked, the score would have stayed within the line, and the place
            within the two numbers, nine times in ten: 2,000 draws of the questions. Where two lines overlap much, the
            order between them may be luck.
          </Meaning>
        ) : null}
        {references.length > 0 ? (
          <Meaning term="Reference lines">
            The crowd, put together in several ways and scored as if each were a forecaster. They have no place and move
            nobody down. {references.map(({ label, note }) => `${label}: ${note}.`).join(" ")}
          </Meaning>
        ) : null}
        {isOver ? (
          <Meaning term="Medals">
            Gold for the first hundredth of the entrants, silver for the first fiftieth, bronze for the first twentieth,
            and at least one, two and three places; none for a provisional place.
          </Meaning>
        ) : null}
      </dl>
    </Section>
  );
}

function Meaning({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <div>
      <dt className="font-medium">{term}</dt>
      <dd className="text-soft">{children}</dd>
    </div>
  );
}
