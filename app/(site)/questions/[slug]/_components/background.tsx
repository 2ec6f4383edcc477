import { Prose } from "#app/_components/prose.tsx";
import { Section } from "#app/_components/section.tsx";
import type { QuestionView } from "#app/_questions/question-view.ts";

/** What a reader should know of the matter. */
export function Background({ question }: { question: QuestionView }) {
  if (question.background === "") return null;
  return (
    <Section title="Background">
      <Prose markdown={question.background} />
    </Section>
  );
}
