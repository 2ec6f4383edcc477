import { EmptyState } from "#app/_components/empty-state.tsx";
import { OlderLink } from "#app/_components/older-link.tsx";
import { part } from "#app/_components/part.tsx";
import { Section } from "#app/_components/section.tsx";
import { asOfQuery } from "#app/_events/as-of.ts";
import { AsOfBar } from "#app/_events/as-of-bar.tsx";
import { LogSlider } from "#app/_events/log-slider.tsx";
import { MonthTimeline } from "#app/_events/month-timeline.tsx";
import { api } from "#app/_trpc/server.ts";
import { CoverageSpans } from "./coverage-spans.tsx";

interface TopicTimelineProps {
  readonly topic: {
    readonly id: string;
    readonly slug: string;
    readonly firstOccurredAt: Date | null;
  };
  readonly asOf: Date | undefined;
  /** Where in the list to go on, further back. */
  readonly before: string | undefined;
  readonly now: number;
}

/** What happened, month by month, and for which spans somebody vouches that nothing is lacking. */
export const TopicTimeline = part(async ({ topic, asOf, before, now }: TopicTimelineProps) => {
  const caller = await api();
  const known = asOf ? { asOf } : {};
  const [events, coverage, changes] = await Promise.all([
    caller.event.list({ topicId: topic.id, limit: 60, ...known, ...(before ? { cursor: before } : {}) }),
    caller.coverage.list({ topicId: topic.id, ...known }),
    caller.event.changes({ topicId: topic.id }),
  ]);
  const query = asOfQuery(asOf);
  const older = new URLSearchParams({ ...(asOf ? { asOf: asOf.toISOString() } : {}), before: events.nextCursor ?? "" });
  return (
    <Section
      id="timeline"
      title="Timeline"
      lead="Each event with its sources; a later revision never hides an earlier one."
    >
      <div className="mb-6 space-y-4">
        {changes.length > 1 ? (
          <LogSlider
            changes={changes.map(({ at, changes: made }) => ({ at: at.getTime(), changes: made }))}
            asOf={asOf?.getTime()}
            path={`/topics/${topic.slug}`}
          />
        ) : null}
        <AsOfBar path={`/topics/${topic.slug}`} asOf={asOf} />
      </div>
      <CoverageSpans coverage={coverage} from={topic.firstOccurredAt ?? undefined} until={asOf?.getTime() ?? now} />
      {events.items.length === 0 ? (
        <EmptyState title={asOf ? "Nothing was in the log by then" : "Nothing is in the log yet"}>
          Events appear here as moderators log them, each with its sources.
        </EmptyState>
      ) : (
        <MonthTimeline events={events.items} query={query} />
      )}
      <OlderLink href={events.nextCursor ? `/topics/${topic.slug}?${older}#timeline` : undefined}>
        Earlier events
      </OlderLink>
    </Section>
  );
});
