import type { Metadata } from "next";
import { type AddressQuery, addressParams } from "#app/_address/address-params.ts";
import { Breadcrumbs } from "#app/_components/breadcrumbs.tsx";
import { EmptyState } from "#app/_components/empty-state.tsx";
import { PageHeader } from "#app/_components/page-header.tsx";
import { Section } from "#app/_components/section.tsx";
import { EarnedTable } from "#app/_scores/earned-table.tsx";
import { ScoreFigures } from "#app/_scores/score-figures.tsx";
import { ScoreSweep } from "#app/_scores/score-sweep.tsx";
import type { ExplanationView } from "#app/_scores/score-view.ts";
import { scoreWords } from "#app/_scores/score-words.ts";
import { orNotFound } from "#app/_trpc/or-not-found.ts";
import { api } from "#app/_trpc/server.ts";
import { ReferenceScores } from "./_components/reference-scores.tsx";
import { RunFacts } from "./_components/run-facts.tsx";
import { ScoreChanges } from "./_components/score-changes.tsx";
import { ScoresTable } from "./_components/scores-table.tsx";

export const metadata: Metadata = { title: "Scores" };

interface Props {
  readonly params: Promise<{ slug: string }>;
  readonly searchParams: Promise<AddressQuery>;
}

export default async function ScoresPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const of = addressParams(await searchParams).text("of", 40);
  const caller = await api();
  const scored = await orNotFound(caller.score.ofQuestion({ slug }));
  const viewer = await caller.user.viewer();
  const name = of ?? viewer?.name;
  const explanation = name && scored.run ? await orNotFound(caller.score.explain({ slug, name })) : null;
  const history = explanation ? await caller.score.history({ slug, name: explanation.person.name }) : [];
  const isYou = explanation !== null && explanation.person.name === viewer?.name;
  return (
    <div className="max-w-column">
      <PageHeader
        title="Scores"
        above={<Breadcrumbs crumbs={[{ label: scored.question.title, href: `/questions/${slug}` }]} />}
        lead={scored.run ? `Answer: ${scored.answer?.label}.` : undefined}
      />
      {scored.run === null ? (
        <EmptyState title={scored.answer ? "Nobody is scored on this question" : "Not scored yet"}>
          {scored.answer
            ? "It was voided: nobody gains or loses by it."
            : "Scores are computed in the moment an answer is approved, from every forecast that stood."}
        </EmptyState>
      ) : null}
      {explanation?.score ? (
        <Section title={isYou ? "Where your score came from" : `Where ${explanation.person.name}’s score came from`}>
          <ScoreExplained explanation={explanation} who={isYou ? "You" : explanation.person.name} />
        </Section>
      ) : null}
      <ScoreChanges history={history} whose={isYou ? "your" : `${explanation?.person.name}’s`} />
      {scored.run ? <ScoresTable scored={scored} viewerName={viewer?.name} /> : null}
      {scored.references.length > 0 ? <ReferenceScores references={scored.references} /> : null}
      <HowScored />
      <RunFacts scored={scored} />
    </div>
  );
}

/** What the columns mean, for somebody who sees them for the first time. */
function HowScored() {
  return (
    <Section title="How this is scored">
      <div className="max-w-measure space-y-3">
        <p>
          <strong>Peer</strong> compares you at every instant with everybody else who had an active forecast: 100 times
          the difference between the logarithm of the probability you gave to the answer and the mean of theirs,
          averaged over the whole scheduled time. It sums to zero over all people, so an easy question makes nobody look
          good, and coming late or picking easy questions buys nothing. Saying what you believe is the best you can do.
        </p>
        <p>
          <strong>Baseline</strong> compares you with somebody who knows nothing: 0 for giving every answer the same
          probability, 100 for certainty in the right one. <strong>Brier</strong> is the squared distance from what
          happened, 0 best and 1 worst, averaged over the time you stood. <strong>Coverage</strong> is that time as a
          share of the time from the opening to the scheduled close.
        </p>
        <p className="text-soft">
          A forecast counts from when it is made until you replace or withdraw it, the question closes, or the answer is
          publicly known. Bots are compared with people and do not move their scores.
        </p>
      </div>
    </Section>
  );
}

/** A score with where it came from: in numbers, in words, drawn, and forecast by forecast. */
function ScoreExplained({ explanation, who }: { explanation: ExplanationView; who: string }) {
  if (!explanation.score) return null;
  return (
    <div className="space-y-6">
      <ScoreFigures score={explanation.score} />
      <div className="max-w-measure space-y-2">
        {scoreWords(explanation, who).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <ScoreSweep explanation={explanation} who={who} />
      <EarnedTable rows={explanation.rows} />
    </div>
  );
}
