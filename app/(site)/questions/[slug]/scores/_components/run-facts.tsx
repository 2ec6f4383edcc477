import { DefinitionList } from "#app/_components/definition-list.tsx";
import { Instant } from "#app/_components/instant.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import { Section } from "#app/_components/section.tsx";
import type { ScoredQuestionView } from "#app/_scores/score-view.ts";

/** What these scores were computed from and by, and where they count. */
export function RunFacts({ scored: { run, question, answer } }: { scored: ScoredQuestionView }) {
  if (!run || !answer) return null;
  const board = (
    <PageLink href={`/leaderboard?board=season:${question.season}`} className="link">
      {question.seasonLabel}
    </PageLink>
  );
  return (
    <Section title="The computation" lead="The same inputs give the same scores to the last digit. Earlier runs stay.">
      <DefinitionList
        items={[
          {
            term: "Answer",
            value: (
              <PageLink href={`/questions/${question.slug}/resolution#v${answer.version}`} className="link">
                {answer.label}, version {answer.version}
              </PageLink>
            ),
          },
          { term: "Answer known", value: <Instant at={answer.knownAt.getTime()} form="absolute" /> },
          {
            term: "Run",
            value: (
              <>
                Number {run.number}, <Instant at={run.createdAt.getTime()} form="absolute" />
              </>
            ),
          },
          { term: "Engine", value: run.engine },
          { term: "Hash of the inputs", value: <code className="text-xs break-all">{run.inputHash}</code> },
          {
            term: "Season",
            value: run.inSeason ? (
              board
            ) : (
              <>
                joins {board} at the scheduled close, <Instant at={question.closesAt.getTime()} form="absolute" />: what
                ends early leans one way
              </>
            ),
          },
          {
            term: "Calibration",
            value: run.inCalibration ? (
              "counted"
            ) : (
              <>
                counted from the deadline on, <Instant at={question.deadlineAt.getTime()} form="absolute" />
              </>
            ),
          },
        ]}
      />
    </Section>
  );
}
