import { PageLink } from "#app/_components/page-link.tsx";
import { Section } from "#app/_components/section.tsx";
import { MetricLink } from "#app/_scores/metric-link.tsx";
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
        <Meaning term={<MetricLink metric="rating">Peer rating</MetricLink>}>
          The sum of Peer scores divided by {SHRINKAGE} plus the coverage. Above 0 is better than the others on the same
          questions at the same time. People with equal scores share a place: 1, 2, 2, 4.
        </Meaning>
        <Meaning term="Coverage">
          How much forecasting time the score rests on, counted in questions. A question forecast for half its time,
          with others, counts half.
        </Meaning>
        <Meaning term="Provisional">
          Fewer than {RATED_QUESTIONS} scored questions or coverage below {RATED_COVERAGE}: the place may be luck.
        </Meaning>
        {analysis?.without === "none" ? (
          <Meaning term="90% interval and places">
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

function Meaning({ term, children }: { term: React.ReactNode; children: React.ReactNode }) {
  return (
    <div>
      <dt className="font-medium">{term}</dt>
      <dd className="text-soft">{children}</dd>
    </div>
  );
}
