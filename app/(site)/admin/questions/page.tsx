import type { Metadata } from "next";
import { ButtonLink } from "#app/_components/button.tsx";
import { EmptyState } from "#app/_components/empty-state.tsx";
import { PageHeader } from "#app/_components/page-header.tsx";
import { Section } from "#app/_components/section.tsx";
import { AloneNotice } from "#app/_resolution/alone-notice.tsx";
import { forPermitted } from "#app/_trpc/for-permitted.ts";
import { api } from "#app/_trpc/server.ts";
import { DraftItem } from "./_components/draft-item.tsx";
import { SuggestionList } from "./_components/suggestion-list.tsx";

export const metadata: Metadata = { title: "Questions to review" };

export default async function QuestionsToReviewPage() {
  await forPermitted("read_drafts");
  const caller = await api();
  const [drafts, suggestions] = await Promise.all([caller.question.drafts(), caller.suggestion.waiting()]);
  const now = Date.now();
  const list = (status: "review" | "draft", empty: string) => {
    const shown = drafts.filter((draft) => draft.status === status);
    if (shown.length === 0) return <p className="text-soft">{empty}</p>;
    return (
      <ul className="divide-y divide-hairline border-y border-hairline">
        {shown.map((draft) => (
          <DraftItem key={draft.id} draft={draft} now={now} />
        ))}
      </ul>
    );
  };
  const create = <ButtonLink href="/questions/new">New question</ButtonLink>;
  return (
    <>
      <PageHeader
        title="Questions to review"
        lead="What is not public yet. Once published, a question keeps its words and dates; its rule changes only in public."
        actions={create}
      />
      <AloneNotice kind="draft" />
      {drafts.length + suggestions.length === 0 ? (
        <EmptyState title="No draft waits" action={create}>
          Suggestions, drafts and questions handed in for review appear here.
        </EmptyState>
      ) : (
        <div className="max-w-column">
          <Section title="Suggested by readers">
            <SuggestionList suggestions={suggestions} now={now} />
          </Section>
          <Section title="Handed in for review">{list("review", "Nothing is handed in.")}</Section>
          <Section title="Drafts">{list("draft", "No draft is being written.")}</Section>
        </div>
      )}
    </>
  );
}
