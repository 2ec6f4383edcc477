import { ChallengeQuote, type EvidenceBriefView } from "./challenge-quote.tsx";

interface Props {
  readonly request: {
    readonly version: number;
    readonly requestedBy: string | null;
    readonly reason: string;
    readonly madeAt: Date;
    readonly evidence: readonly EvidenceBriefView[];
    readonly answer: { readonly kind: string; readonly reason: string; readonly answeredBy: string } | null;
  };
}

/** A request to look at a final answer again, and how it was answered. */
export function ReopeningEntry({ request }: Props) {
  const { answer, requestedBy, version } = request;
  const who = requestedBy ? `Asked by ${requestedBy}` : "Flagged by the engine";
  return (
    <div className="space-y-1.5">
      <ChallengeQuote
        reason={request.reason}
        by={`${who}, of version ${version}`}
        at={request.madeAt}
        evidence={request.evidence}
      />
      {answer ? (
        <p className="max-w-measure text-sm text-soft">
          {answer.kind === "reopened" ? "Reopened" : "Declined"} by {answer.answeredBy}: {answer.reason}
        </p>
      ) : (
        <p className="text-sm text-pending">It waits for an admin.</p>
      )}
    </div>
  );
}
