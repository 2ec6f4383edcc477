import { ItemList } from "#app/_components/item-list.tsx";
import { Section } from "#app/_components/section.tsx";
import { QuestionItem } from "#app/_questions/question-item.tsx";
import type { QuestionView } from "#app/_questions/question-view.ts";
import { api } from "#app/_trpc/server.ts";

const SHOWN = 4;

/** Other open questions of the same story. */
export async function SimilarQuestions({ question }: { question: QuestionView }) {
  if (!question.topic) return null;
  const asked = { topic: question.topic.slug, status: "open", limit: SHOWN + 1 } as const;
  const { items } = await (await api()).question.list(asked);
  const others = items.filter(({ id }) => id !== question.id).slice(0, SHOWN);
  if (others.length === 0) return null;
  return (
    <Section title="Also asked">
      <ItemList>
        {others.map((other) => (
          <QuestionItem key={other.id} question={other} now={question.askedAt.getTime()} showsTopic={false} />
        ))}
      </ItemList>
    </Section>
  );
}
