import { StatusBadge, type StatusName } from "#app/_components/status-badge.tsx";
import type { QuestionStatus } from "#core/question/question-status.ts";

const looks: Record<QuestionStatus, { status: StatusName; words: string }> = {
  draft: { status: "draft", words: "Draft" },
  review: { status: "review", words: "In review" },
  scheduled: { status: "upcoming", words: "Opens later" },
  open: { status: "open", words: "Open" },
  closed: { status: "closed", words: "Closed, awaits an answer" },
  proposed: { status: "pending", words: "Answer proposed" },
  challenged: { status: "challenged", words: "Answer challenged" },
  resolved: { status: "resolved", words: "Resolved" },
  void: { status: "void", words: "Void" },
  reopened: { status: "challenged", words: "Answer reopened" },
};

interface Props {
  readonly status: QuestionStatus;
  /** The answer that stands, when there is one. */
  readonly answer?: { readonly label: string; readonly outcome: string | null } | null;
}

/** Where a question stands; once it has an answer, the answer. */
export function QuestionStatusBadge({ status, answer = null }: Props) {
  const { status: name, words } = looks[status];
  if (status !== "resolved" || !answer) return <StatusBadge status={name}>{words}</StatusBadge>;
  const isBinary = answer.outcome === "yes" || answer.outcome === "no";
  return (
    <StatusBadge status={isBinary ? (answer.outcome as "yes" | "no") : "resolved"}>
      Resolved: {answer.label}
    </StatusBadge>
  );
}
