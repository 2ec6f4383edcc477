import { Instant } from "#app/_components/instant.tsx";
import { ListItem } from "#app/_components/item-list.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import { countText } from "#core/text/count-text.ts";
import { CrowdFigure } from "./crowd-figure.tsx";
import { QuestionStatusBadge } from "./question-status-badge.tsx";
import type { QuestionBriefView } from "./question-view.ts";

interface Props {
  readonly question: QuestionBriefView;
  /** The server's now, epoch milliseconds. */
  readonly now: number;
  /** Where every question is of one topic, its name says nothing. */
  readonly showsTopic?: boolean;
}

/** A question in a list: its title, where it stands and when that changes, and the number that matters. */
export function QuestionItem({ question, now, showsTopic = true }: Props) {
  const { topic, status, forecasters } = question;
  return (
    <ListItem
      title={
        <PageLink href={`/questions/${question.slug}`} className="title-link font-serif text-[1.0625rem]">
          {question.title}
        </PageLink>
      }
      meta={
        <>
          {status === "open" || status === "resolved" ? null : (
            <QuestionStatusBadge status={status} answer={question.answer} />
          )}
          <span>
            <NextDate question={question} now={now} />
            {forecasters > 0 ? ` · ${countText(forecasters, "forecaster")}` : ""}
          </span>
          {showsTopic && topic ? (
            <PageLink href={`/topics/${topic.slug}`} className="title-link text-faint">
              {topic.title}
            </PageLink>
          ) : null}
        </>
      }
      figure={<CrowdFigure question={question} />}
    />
  );
}

/** What happens next, or happened last. */
function NextDate({ question, now }: { question: QuestionBriefView; now: number }) {
  const { status, answer, opensAt, closesAt } = question;
  const instant = (at: Date) => <Instant at={at.getTime()} now={now} form="relative" />;
  if (answer) return <>Answered {instant(answer.finalAt)}</>;
  if (status === "scheduled") return <>Opens {instant(opensAt)}</>;
  return closesAt.getTime() > now ? <>Closes {instant(closesAt)}</> : <>Closed {instant(closesAt)}</>;
}
