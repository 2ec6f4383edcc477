import { Instant } from "#app/_components/instant.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import { part } from "#app/_components/part.tsx";
import { Section } from "#app/_components/section.tsx";
import { BriefList } from "#app/_questions/brief-list.tsx";
import { api } from "#app/_trpc/server.ts";

/** The answers that became final last. */
export const NewlyResolved = part(async () => {
  const { items } = await (await api()).question.list({ status: "resolved", limit: 5 });
  if (items.length === 0) return null;
  const now = Date.now();
  return (
    <Section
      title="Newly resolved"
      aside={
        <PageLink href="/questions?status=resolved" className="link">
          More
        </PageLink>
      }
    >
      <BriefList
        questions={items}
        line={({ answer }) =>
          answer ? (
            <>
              <span className={toneOf(answer.outcome)}>{answer.label}</span> ·{" "}
              <Instant at={answer.finalAt.getTime()} now={now} form="relative" />
            </>
          ) : null
        }
      />
    </Section>
  );
});

function toneOf(outcome: string | null): string {
  const tone = outcome === "yes" ? "text-yes" : outcome === "no" ? "text-no" : "text-ink";
  return `font-semibold ${tone}`;
}
