import { Section } from "#app/_components/section.tsx";
import { RATED_COVERAGE, RATED_QUESTIONS } from "#core/ranking/is-provisional.ts";
import { SHRINKAGE } from "#core/ranking/shrunk-peer.ts";

/** What the columns mean. */
export function HowRanked({ hasIntervals }: { hasIntervals: boolean }) {
  return (
    <Section title="How to read this">
      <dl className="grid max-w-column gap-x-8 gap-y-4 text-sm sm:grid-cols-2">
        <Meaning term="Rating">
          The mean Peer score, pulled towards 0 while there is little evidence: the Peer sum divided by {SHRINKAGE} plus
          the coverage. Above 0 is better than the others on the same questions at the same time.
        </Meaning>
        <Meaning term="Coverage">
          How many questions’ worth of time somebody stood in company. A question forecast for half its time counts
          half.
        </Meaning>
        <Meaning term="Provisional">
          Fewer than {RATED_QUESTIONS} scored questions or less than {RATED_COVERAGE} of coverage: the place says more
          about luck than about skill.
        </Meaning>
        <Meaning term="Brier">
          The mean squared distance from what happened, 0 best and 1 worst. Nobody is ranked by it: it rewards picking
          easy questions.
        </Meaning>
        {hasIntervals ? (
          <Meaning term="95% interval, ranks">
            How far the rating, and the place, would have moved had other questions been asked: 2,000 draws of the
            questions.
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
