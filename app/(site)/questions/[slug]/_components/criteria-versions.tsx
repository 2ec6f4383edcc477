import { Instant } from "#app/_components/instant.tsx";
import type { QuestionView } from "#app/_questions/question-view.ts";

/** Every version of the rule there was, newest first, with who changed it and why. */
export function CriteriaVersions({ question }: { question: QuestionView }) {
  return (
    <ol className="divide-y divide-hairline border-y border-hairline">
      {question.criteria.map((version) => (
        <li key={version.version} className="space-y-2 py-4">
          <p className="text-sm text-soft">
            <span className="font-medium text-ink">Version {version.version}</span> · {version.createdBy} ·{" "}
            <Instant at={version.createdAt.getTime()} now={question.askedAt.getTime()} />
          </p>
          {version.reason ? <p className="max-w-measure text-sm">Why it changed: {version.reason}</p> : null}
          <p className="max-w-measure text-sm">{version.sentence}</p>
          <p className="text-xs break-all text-faint">sha256 {version.hash}</p>
        </li>
      ))}
    </ol>
  );
}
