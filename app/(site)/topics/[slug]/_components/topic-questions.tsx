import Link from "next/link";
import { ItemList } from "#app/_components/item-list.tsx";
import { part } from "#app/_components/part.tsx";
import { Section } from "#app/_components/section.tsx";
import { api } from "#app/_trpc/server.ts";
import { TopicQuestion } from "./topic-question.tsx";

interface TopicQuestionsProps {
  /** The topic's address. */
  readonly slug: string;
  /** The scenario question's address: it has a chart of its own. */
  readonly scenarios: string | null;
  readonly now: number;
}

/** How many of each: what is open matters most, and the rest is one press away. */
const SHOWN = { open: 12, awaiting: 6, resolved: 5 } as const;

/** What is asked about the topic: open questions first, then those that wait for an answer, then the latest answers. */
export const TopicQuestions = part(async ({ slug, scenarios, now }: TopicQuestionsProps) => {
  const caller = await api();
  const list = (status: keyof typeof SHOWN) => caller.question.list({ topic: slug, status, limit: SHOWN[status] });
  const [open, awaiting, resolved] = await Promise.all([list("open"), list("awaiting"), list("resolved")]);
  const groups = [
    { name: "Open", ...open, items: open.items.filter((question) => question.slug !== scenarios) },
    { name: "Awaiting an answer", ...awaiting },
    { name: "Answered", ...resolved },
  ].filter(({ items }) => items.length > 0);
  return (
    <Section
      title="Questions"
      aside={
        <Link href={`/questions?topic=${slug}&status=all`} className="link">
          All of them
        </Link>
      }
    >
      {groups.length === 0 ? <p className="text-sm text-soft">Nothing is asked about this topic yet.</p> : null}
      {groups.map(({ name, items }) => (
        <div key={name} className="mb-6">
          <h3 className="mb-1.5 text-xs font-medium text-soft">{name}</h3>
          <ItemList>
            {items.map((question) => (
              <TopicQuestion key={question.id} question={question} now={now} />
            ))}
          </ItemList>
        </div>
      ))}
    </Section>
  );
});
