import { PageLink } from "#app/_components/page-link.tsx";
import { part } from "#app/_components/part.tsx";
import { Section } from "#app/_components/section.tsx";
import { Timeline, TimelineItem } from "#app/_components/timeline.tsx";
import { asOfQuery } from "#app/_events/as-of.ts";
import { EventEntry } from "#app/_events/event-entry.tsx";
import { Occurred } from "#app/_events/occurred.tsx";
import type { QuestionEventView, QuestionView } from "#app/_questions/question-view.ts";
import { evaluationOf } from "./question-queries.ts";

const SHOWN = 12;
const bearings: Record<QuestionEventView["bearing"], string> = {
  counts: "Counts",
  does_not_count: "Does not count",
  near_miss: "Near miss",
  related: "",
};

/** The events of the topic that bear on the rule, or happened in its window: those that count first. */
export const RelatedEvents = part(async ({ question, asOf }: { question: QuestionView; asOf: Date | undefined }) => {
  const told = await evaluationOf(question.slug, asOf?.getTime());
  const { topic } = question;
  if (!told || !topic) return null;
  const events = told.events.slice(0, SHOWN);
  return (
    <Section
      title="Related events"
      lead="From the topic's log: what counts towards the rule, what nearly does and why not, and what else happened in its window."
      aside={
        <PageLink href={`/topics/${topic.slug}`} className="link">
          The whole timeline
        </PageLink>
      }
    >
      {events.length === 0 ? (
        <p className="text-soft">
          Nothing is logged in the window yet. Events appear here as moderators log them, with their sources.
        </p>
      ) : (
        <Timeline>
          {events.map((event) => (
            <TimelineItem key={event.id} when={<Occurred event={event} />} isMain={event.bearing === "counts"}>
              <EventEntry event={{ ...event, topic }} query={asOfQuery(asOf)} />
              {event.bearing === "related" ? null : (
                <p className="mt-1 text-sm">
                  <span className="font-medium">{bearings[event.bearing]}</span>
                  {event.text ? `: ${event.text}` : ""}
                </p>
              )}
            </TimelineItem>
          ))}
        </Timeline>
      )}
    </Section>
  );
});
