import { Instant } from "#app/_components/instant.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import { part } from "#app/_components/part.tsx";
import { Section } from "#app/_components/section.tsx";
import { BriefList } from "#app/_questions/brief-list.tsx";
import { crowdWords } from "#app/_questions/crowd-words.ts";
import type { QuestionBriefView } from "#app/_questions/question-view.ts";
import { api } from "#app/_trpc/server.ts";

/** The questions whose time for forecasts ends first. */
export const ClosingSoon = part(async () => {
  const { items } = await (await api()).question.list({ status: "open", sort: "closing", limit: 5 });
  if (items.length === 0) return null;
  const now = Date.now();
  return (
    <Section
      title="Closing soon"
      aside={
        <PageLink href="/questions?sort=closing" className="link">
          More
        </PageLink>
      }
    >
      <BriefList
        questions={items}
        line={(question) => (
          <>
            <Instant at={question.closesAt.getTime()} now={now} form="relative" />
            {standsAt(question)}
          </>
        )}
      />
    </Section>
  );
});

function standsAt(question: QuestionBriefView): string {
  const words = crowdWords(question);
  if (words === null) return "";
  return question.options.length > 0 ? ` · ${words}` : ` · crowd ${words}`;
}
