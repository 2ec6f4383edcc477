import Link from "next/link";
import { FictionalBadge } from "#app/_events/fictional-badge.tsx";
import { Occurred } from "#app/_events/occurred.tsx";
import type { Occurrence } from "#app/_events/occurred-text.ts";
import { countText } from "#core/text/count-text.ts";
import { openingOf } from "./opening-of.ts";

interface TopicItemProps {
  readonly topic: {
    readonly slug: string;
    readonly title: string;
    readonly summary: string;
    readonly isFictional: boolean;
    readonly events: number;
    readonly questions: number;
    readonly openQuestions: number;
    readonly last: ({ readonly id: string; readonly headline: string } & Occurrence) | null;
  };
}

/** A topic in the list: its story's opening, how much of it there is, and what happened last. */
export function TopicItem({ topic }: TopicItemProps) {
  const questions =
    topic.openQuestions > 0
      ? `${countText(topic.openQuestions, "open question")} of ${topic.questions}`
      : countText(topic.questions, "question");
  return (
    <li className="space-y-2 border-b border-hairline py-6">
      {topic.isFictional ? <FictionalBadge /> : null}
      <h2 className="font-serif text-lg leading-snug font-semibold">
        <Link href={`/topics/${topic.slug}`} className="title-link">
          {topic.title}
        </Link>
      </h2>
      <p className="line-clamp-3 max-w-measure text-soft">{openingOf(topic.summary)}</p>
      <p className="text-sm text-soft">
        {questions} · {countText(topic.events, "event")}
      </p>
      {topic.last ? (
        <p className="text-sm">
          <span className="text-soft">
            Last, <Occurred event={topic.last} />:
          </span>{" "}
          <Link href={`/events/${topic.last.id}`} className="title-link">
            {topic.last.headline}
          </Link>
        </p>
      ) : null}
    </li>
  );
}
