import { PageLink } from "#app/_components/page-link.tsx";
import { part } from "#app/_components/part.tsx";
import { Section } from "#app/_components/section.tsx";
import { ScoreFigures } from "#app/_scores/score-figures.tsx";
import { ScoreSweep } from "#app/_scores/score-sweep.tsx";
import { scoreWords } from "#app/_scores/score-words.ts";
import { api } from "#app/_trpc/server.ts";

interface Props {
  readonly question: {
    readonly slug: string;
    readonly answer: { readonly outcome: string | null } | null;
  };
}

/** After the answer: what the reader earned here and why. */
export const MyScore = part(async ({ question: { slug, answer } }: Props) => {
  if (!answer) return null;
  const all = (
    <PageLink href={`/questions/${slug}/scores`} className="link">
      Everybody’s scores
    </PageLink>
  );
  if (answer.outcome === null) {
    return (
      <Section title="Scores">
        <p className="text-soft">The question was voided, so nobody gains or loses by it.</p>
      </Section>
    );
  }
  const caller = await api();
  const viewer = await caller.user.viewer();
  const explanation = viewer ? await caller.score.explain({ slug, name: viewer.name }) : null;
  return (
    <Section title={explanation?.score ? "Your score" : "Scores"} aside={all}>
      {explanation?.score ? (
        <div className="space-y-5">
          <ScoreFigures score={explanation.score} />
          <p className="max-w-measure">{scoreWords(explanation, "You").join(" ")}</p>
          <ScoreSweep explanation={explanation} who="You" />
        </div>
      ) : (
        <p className="text-soft">
          {viewer ? "You had no active forecast before the answer was known." : "Sign in to see what you earned."}
        </p>
      )}
    </Section>
  );
});
