import { ChallengeQuote, type EvidenceBriefView } from "./challenge-quote.tsx";

interface Props {
  readonly suggestion: {
    readonly outcomeLabel: string;
    readonly note: string;
    readonly madeAt: Date;
    readonly suggestedBy: string;
    readonly evidence: readonly EvidenceBriefView[];
    readonly answer: { readonly kind: string; readonly reason: string; readonly answeredBy: string } | null;
  };
}

/** An answer that a forecaster suggested, and what became of it. */
export function SuggestedAnswer({ suggestion }: Props) {
  const { answer, outcomeLabel, suggestedBy } = suggestion;
  return (
    <div className="mt-4 space-y-1.5">
      <ChallengeQuote
        reason={suggestion.note}
        by={`Suggested “${outcomeLabel}”: ${suggestedBy}`}
        at={suggestion.madeAt}
        evidence={suggestion.evidence}
      />
      <p className="max-w-measure text-sm text-soft">
        {answer
          ? `${answer.kind === "adopted" ? "Proposed" : "Declined"} by ${answer.answeredBy}: ${answer.reason}`
          : "It waits for a moderator."}
      </p>
    </div>
  );
}
