import { Section } from "#app/_components/section.tsx";
import type { QuestionView } from "#app/_questions/question-view.ts";
import { CriteriaVersions } from "./criteria-versions.tsx";

interface Props {
  readonly question: QuestionView;
  readonly tab: string | string[] | undefined;
}

/** What people said and did here: rationales, forecasts, and the versions of the rule. */
export async function Activity({ question }: Props) {
  return (
    <Section title="Versions of the rule" id="activity">
      <CriteriaVersions question={question} />
    </Section>
  );
}
