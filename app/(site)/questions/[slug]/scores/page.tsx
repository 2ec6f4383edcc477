import type { Metadata } from "next";
import { type AddressQuery, addressParams } from "#app/_address/address-params.ts";
import { Breadcrumbs } from "#app/_components/breadcrumbs.tsx";
import { EmptyState } from "#app/_components/empty-state.tsx";
import { PageHeader } from "#app/_components/page-header.tsx";
import { Section } from "#app/_components/section.tsx";
import { ScoreExplained } from "#app/_scores/score-explained.tsx";
import { orNotFound } from "#app/_trpc/or-not-found.ts";
import { api } from "#app/_trpc/server.ts";
import { HowScored } from "./_components/how-scored.tsx";
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
