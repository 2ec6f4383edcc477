import { Instant } from "#app/_components/instant.tsx";
import { part } from "#app/_components/part.tsx";
import { Section } from "#app/_components/section.tsx";
import { BriefList } from "#app/_questions/brief-list.tsx";
import { crowdWords } from "#app/_questions/crowd-words.ts";
import type { QuestionBriefView, QuestionView } from "#app/_questions/question-view.ts";
import { api } from "#app/_trpc/server.ts";

const SHOWN = 5;

/** Other open questions of the same story. */
export const SimilarQuestions = part(async ({ question }: { question: QuestionView }) => {
  if (!question.topic) return null;
  const asked = { topic: question.topic.slug, status: "open", limit: SHOWN + 1 } as const;
  const { items } = await (await api()).question.list(asked);
  const others = items.filter(({ id }) => id !== question.id).slice(0, SHOWN);
  if (others.length === 0) return null;
  return (
    <Section title="Also asked">
      <BriefList
        questions={others}
        line={(other) => (
          <>
            {standsAt(other)}
            Closes <Instant at={other.closesAt.getTime()} now={question.askedAt.getTime()} form="relative" />
          </>
        )}
      />
    </Section>
  );
});

function standsAt(question: QuestionBriefView): string {
  const words = crowdWords(question);
  return words === null ? "" : `${words} · `;
}
