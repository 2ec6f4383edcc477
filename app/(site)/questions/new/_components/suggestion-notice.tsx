import { Notice } from "#app/_components/notice.tsx";
import type { SuggestionView } from "#app/_questions/question-view.ts";

/** Says whose suggestion the form was filled from, and what they asked for. */
export function SuggestionNotice({ suggestion }: { suggestion: SuggestionView }) {
  const { suggestedBy, roughCriteria, criteria } = suggestion;
  return (
    <div className="mb-8">
      <Notice title={`Suggested by ${suggestedBy}`}>
        <p>
          {criteria ? "The rule below is theirs. " : "The rule is still to be built from their words. "}
          They get a notice when the draft is saved.
        </p>
        {roughCriteria ? <p className="mt-1 whitespace-pre-line">“{roughCriteria}”</p> : null}
      </Notice>
    </div>
  );
}
