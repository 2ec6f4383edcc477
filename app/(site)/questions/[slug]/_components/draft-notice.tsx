import { Notice } from "#app/_components/notice.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import type { QuestionView } from "#app/_questions/question-view.ts";

/** Says to reviewers that nobody else sees this page yet. */
export function DraftNotice({ question }: { question: QuestionView }) {
  if (question.publishedAt) return null;
  return (
    <Notice title={question.status === "review" ? "Under review" : "A draft"}>
      Only moderators and admins see this page.{" "}
      <PageLink href={`/questions/new?draft=${question.slug}`} className="link">
        Change the draft
      </PageLink>{" "}
      or{" "}
      <PageLink href="/admin/questions" className="link">
        go to the questions to review
      </PageLink>
      .
    </Notice>
  );
}
