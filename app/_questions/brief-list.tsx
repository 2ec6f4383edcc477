import type { ReactNode } from "react";
import { PageLink } from "#app/_components/page-link.tsx";
import type { QuestionBriefView } from "#app/_questions/question-view.ts";

interface Props {
  readonly questions: readonly QuestionBriefView[];
  /** The line under a title. */
  readonly line: (question: QuestionBriefView) => ReactNode;
}

/** Questions in little room: a title and a line. */
export function BriefList({ questions, line }: Props) {
  return (
    <ul className="divide-y divide-hairline">
      {questions.map((question) => (
        <li key={question.id} className="py-2.5 first:pt-0">
          <PageLink href={`/questions/${question.slug}`} className="title-link leading-snug font-medium">
            {question.title}
          </PageLink>
          <p className="mt-0.5 text-sm text-soft">{line(question)}</p>
        </li>
      ))}
    </ul>
  );
}
