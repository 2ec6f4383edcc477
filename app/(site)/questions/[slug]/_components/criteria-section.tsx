import { Disclosure } from "#app/_components/disclosure.tsx";
import { part } from "#app/_components/part.tsx";
import { Prose } from "#app/_components/prose.tsx";
import { Section } from "#app/_components/section.tsx";
import { Conditions } from "#app/_criteria/conditions.tsx";
import { AsOfBar } from "#app/_events/as-of-bar.tsx";
import type { QuestionView } from "#app/_questions/question-view.ts";
import { AbsenceSteps } from "./absence-steps.tsx";
import { Clarifications } from "./clarifications.tsx";
import { evaluationOf, recordOf } from "./question-queries.ts";

interface Props {
  readonly question: QuestionView;
  readonly asOf: Date | undefined;
}

/** What decides the question: the rule as a sentence, each condition as the log has it, and the fine print. */
export const CriteriaSection = part(async ({ question, asOf }: Props) => {
  const [version] = question.criteria;
  const told = await evaluationOf(question.slug, asOf?.getTime());
  const record = await recordOf(question.slug);
  if (!version) return null;
  const labels = new Map(question.options.map(({ id, label }) => [id, label]));
  const signHref = `/admin/events/coverage?topic=${question.topic?.slug ?? ""}`;
  return (
    <Section
      title="What decides it"
      id="criteria"
      aside={
        <a href="?tab=versions#activity" className="link">
          Version {version.version}
        </a>
      }
    >
      <p className="max-w-measure font-serif text-[1.0625rem] leading-7">{version.sentence}</p>
      {told ? (
        <div className="mt-5 space-y-3">
          <h3 className="text-sm font-semibold">Status of each condition</h3>
          <Conditions trace={told.evaluation.trace} events={told.events} labels={labels} />
          <AbsenceSteps
            steps={told.absence}
            signHref={record.mayChangeCriteria || record.ownInterest ? signHref : null}
          />
          <AsOfBar path={`/questions/${question.slug}`} asOf={asOf} />
        </div>
      ) : null}
      {version.finePrint ? (
        <div className="mt-5">
          <h3 className="mb-1 text-sm font-semibold">Fine print</h3>
          <Prose markdown={version.finePrint} />
        </div>
      ) : null}
      <Clarifications question={question} record={record} />
      {version.rule ? (
        <div className="mt-4">
          <Disclosure summary="The rule as the engine reads it">
            <pre className="overflow-x-auto rounded-md bg-sunken p-3 text-xs">
              {JSON.stringify(version.rule, null, 2)}
            </pre>
            <p className="mt-2 text-xs break-all text-soft">sha256 {version.hash}</p>
          </Disclosure>
        </div>
      ) : null}
    </Section>
  );
});
