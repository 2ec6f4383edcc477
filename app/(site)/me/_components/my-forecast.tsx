import { Badge } from "#app/_components/badge.tsx";
import { Instant } from "#app/_components/instant.tsx";
import { ListItem } from "#app/_components/item-list.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import { forecastable, forecastInFull, forecastText } from "#app/_forecasts/forecast-text.ts";
import type { MineView } from "#app/_forecasts/forecast-view.ts";
import { QuestionStatusBadge } from "#app/_questions/question-status-badge.tsx";

/** A question with what one says of it, what the crowd says, and how old one's word is. */
export function MyForecast({ row, now }: { row: MineView; now: number }) {
  const { question, probabilities, madeAt, isStale } = row;
  const asked = forecastable(question);
  const isListed = question.options.length > 0;
  const isOpen = question.closesAt.getTime() > now;
  const crowd = question.crowd.now;
  return (
    <ListItem
      title={
        <PageLink href={`/questions/${question.slug}${isOpen ? "#forecast" : ""}`} className="title-link">
          {question.title}
        </PageLink>
      }
      meta={
        <>
          <QuestionStatusBadge status={question.status} />
          <span>
            {isOpen ? "Closes" : "Closed"} <Instant at={question.closesAt.getTime()} now={now} form="relative" />
          </span>
          <span>
            said <Instant at={madeAt.getTime()} now={now} form="relative" />
          </span>
          {isStale && isOpen ? <Badge tone="pending">Stale: still what you think?</Badge> : null}
        </>
      }
      figure={
        <>
          {isListed ? null : forecastText(probabilities, asked)}
          {crowd && !isListed ? (
            <span className="block text-xs font-normal text-soft">
              crowd {forecastText(crowd.probabilities, asked)}
            </span>
          ) : null}
        </>
      }
    >
      {isListed ? <p className="text-sm">{forecastInFull(probabilities, asked)}</p> : null}
    </ListItem>
  );
}
