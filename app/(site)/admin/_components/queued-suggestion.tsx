import type { inferRouterOutputs } from "@trpc/server";
import { PageLink } from "#app/_components/page-link.tsx";
import { SuggestedAnswer } from "#app/_resolution/suggested-answer.tsx";
import type { AppRouter } from "#server/api/root.ts";
import { AnswerSuggestionForms } from "./answer-suggestion-forms.tsx";

interface Props {
  readonly suggestion: inferRouterOutputs<AppRouter>["resolution"]["suggestions"][number];
}

/** An answer that a forecaster suggests: the criteria, what they say, and the two ways to answer. */
export function QueuedSuggestion({ suggestion }: Props) {
  const { question } = suggestion;
  return (
    <li className="space-y-3 py-5">
      <h3 className="font-serif text-lg font-semibold">
        <PageLink href={`/questions/${question.slug}`} className="title-link">
          {question.title}
        </PageLink>
      </h3>
      {question.sentence ? <p className="max-w-measure text-sm">{question.sentence}</p> : null}
      <SuggestedAnswer suggestion={suggestion} />
      <AnswerSuggestionForms suggestionId={suggestion.id} />
    </li>
  );
}
