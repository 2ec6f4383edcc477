import { EmptyState } from "#app/_components/empty-state.tsx";
import { ItemList } from "#app/_components/item-list.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import { part } from "#app/_components/part.tsx";
import { Section } from "#app/_components/section.tsx";
import { QuestionItem } from "#app/_questions/question-item.tsx";
import { api } from "#app/_trpc/server.ts";

/** The open questions whose crowd moved most this week. */
export const OpenQuestions = part(async () => {
  const { items } = await (await api()).question.list({ status: "open", sort: "moving", limit: 10 });
  const now = Date.now();
  return (
    <Section
      title="Open questions"
      lead="Those whose crowd moved most in the last 7 days come first."
      aside={
        <PageLink href="/questions" className="link">
          All open questions
        </PageLink>
      }
    >
      {items.length === 0 ? (
        <EmptyState title="No question is open now">When moderators publish one, it appears here.</EmptyState>
      ) : (
        <ItemList>
          {items.map((question) => (
            <QuestionItem key={question.id} question={question} now={now} />
          ))}
        </ItemList>
      )}
    </Section>
  );
});
