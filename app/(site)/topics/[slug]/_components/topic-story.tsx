import { Prose } from "#app/_components/prose.tsx";

/** The story as it is told so far. */
export function TopicStory({ summary }: { summary: string }) {
  return (
    <section aria-label="The story">
      <Prose markdown={summary} face="story" />
    </section>
  );
}
