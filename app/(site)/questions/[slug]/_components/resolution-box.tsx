import { PageLink } from "#app/_components/page-link.tsx";
import { part } from "#app/_components/part.tsx";
import { Section } from "#app/_components/section.tsx";
import { coverageText } from "#app/_events/coverage-text.ts";
import { AloneNotice } from "#app/_resolution/alone-notice.tsx";
import { DeclaredList } from "#app/_resolution/declared-list.tsx";
import type { EvidenceChoice } from "#app/_resolution/evidence-field.tsx";
import { ResolutionVersion } from "#app/_resolution/resolution-version.tsx";
import { SuggestedAnswer } from "#app/_resolution/suggested-answer.tsx";
import { api } from "#app/_trpc/server.ts";
import { evaluationOf, questionOf } from "./question-queries.ts";
import { ResolutionActs } from "./resolution-acts.tsx";

const MAX_CHOICES = 8;

/** The events that bear on the rule, to tick as evidence: those that count first. */
async function evidenceChoices(slug: string): Promise<EvidenceChoice[]> {
  const told = await evaluationOf(slug);
  return (told?.events ?? []).slice(0, MAX_CHOICES).map(({ id, headline }) => ({ id, headline }));
}

/** The signed statements of the question's topic, to cite for an answer by absence. */
async function coverageChoices(slug: string): Promise<EvidenceChoice[]> {
  const { topic } = await questionOf(slug);
  if (!topic) return [];
  const statements = await (await api()).coverage.list({ topicId: topic.id });
  return statements.map(({ id, ...statement }) => ({ id, headline: coverageText(statement) }));
}

/** The answer that stands or is proposed, with what the reader may do about it. Nothing until there is one. */
export const ResolutionBox = part(async ({ slug }: { slug: string }) => {
  const record = await (await api()).resolution.record({ slug });
  const { versions, finalVersion, may, suggestions } = record;
  const pending = versions.find((version) => version.decision === null);
  const final = versions.find((version) => version.version === finalVersion);
  const shown = pending ?? final;
  const mayAct = may.propose || may.suggest || may.challenge || may.reopen;
  if (!shown && !mayAct && suggestions.length === 0) return null;
  const isChallenged = (pending?.challenges.length ?? 0) > 0;
  const title = pending ? (isChallenged ? "Challenged answer" : "Proposed answer") : final ? "Answer" : "Resolution";
  const aside =
    versions.length > 0 ? (
      <PageLink href={`/questions/${slug}/resolution`} className="link">
        Resolution record
      </PageLink>
    ) : undefined;
  return (
    <Section title={title} id="resolution" aside={aside}>
      {shown ? (
        <ResolutionVersion version={shown} counterEvidence={record.counterEvidence} coverage={record.coverage} />
      ) : null}
      {pending && final ? (
        <p className="mt-4 text-sm text-soft">
          Until it is decided, the final answer is {final.outcomeLabel} (version {final.version}).
        </p>
      ) : null}
      <div className="mt-4">
        <DeclaredList declared={record.declared} />
      </div>
      {suggestions.map((suggestion) => (
        <SuggestedAnswer key={suggestion.id} suggestion={suggestion} />
      ))}
      {may.propose ? (
        <div className="mt-4">
          <AloneNotice kind="answer" />
        </div>
      ) : null}
      {mayAct ? (
        <ResolutionActs
          record={record}
          choices={await evidenceChoices(slug)}
          coverage={may.propose || may.decide ? await coverageChoices(slug) : []}
        />
      ) : null}
    </Section>
  );
});
