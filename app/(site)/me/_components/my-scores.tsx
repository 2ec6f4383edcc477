import { PageLink } from "#app/_components/page-link.tsx";
import { part } from "#app/_components/part.tsx";
import { Section } from "#app/_components/section.tsx";
import { ScoresList } from "#app/_scores/scores-list.tsx";
import { api } from "#app/_trpc/server.ts";

const SHOWN = 10;

/** What was scored last. */
export const MyScores = part(async ({ name }: { name: string }) => {
  const { items, nextCursor } = await (await api()).score.ofUser({ name, limit: SHOWN });
  if (items.length === 0) return null;
  const all = (
    <PageLink href={`/users/${encodeURIComponent(name)}#record`} className="link">
      All of them
    </PageLink>
  );
  return (
    <Section title="Scored" {...(nextCursor ? { aside: all } : {})}>
      <ScoresList name={name} rows={items} />
    </Section>
  );
});
