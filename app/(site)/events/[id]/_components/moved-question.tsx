import { EarlyList } from "#app/_attribution/early-list.tsx";
import { ShownChange } from "#app/_attribution/shown-change.tsx";
import { shownValueText } from "#app/_attribution/shown-value-text.ts";
import { MoveChart } from "#app/_charts/move-chart.tsx";
import { Disclosure } from "#app/_components/disclosure.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import { spanText } from "#app/_components/relative-text.ts";
import { countText } from "#core/text/count-text.ts";
import { DAY_MS } from "#core/time/time-window.ts";
import { type MovedQuestionView, MoverTable } from "./mover-table.tsx";

interface MovedQuestionProps {
  readonly question: MovedQuestionView;
  readonly reportedAt: number;
  readonly now: number;
}

/** One question around the report: the crowd's way, the forecasters who moved, and those who had moved before. */
export function MovedQuestion({ question, reportedAt, now }: MovedQuestionProps) {
  const { slug, title, option, before, dayLater, threeDaysLater, change, crowd, moverCount, early } = question;
  const text = (value: number) => shownValueText(question, value);
  const later = (value: number | null) => (value === null ? "not yet known" : text(value));
  return (
    <li className="py-4">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-64 space-y-1">
          <PageLink href={`/questions/${slug}`} className="title-link leading-snug font-medium">
            {title}
          </PageLink>
          {question.range ? <p className="text-sm text-soft">The median of the crowd</p> : null}
          {option === null ? null : <p className="text-sm">{option}</p>}
          <p className="text-sm text-soft">
            {before === null ? "nobody" : text(before)} before · {later(dayLater)} a day later · {later(threeDaysLater)}{" "}
            three days later
          </p>
          <p className="font-semibold">
            <ShownChange question={question} from={before ?? 0} to={(before ?? 0) + change} />
          </p>
        </div>
        <MoveChart
          label={`Crowd on “${title}” around the report`}
          steps={crowd}
          from={reportedAt - 3 * DAY_MS}
          to={reportedAt + 3 * DAY_MS}
          mark={reportedAt}
          until={now}
          valueText={text}
        />
      </div>
      {early.length > 0 ? (
        <div className="mt-3">
          <h3 className="text-sm font-semibold">Who was early</h3>
          <EarlyList
            people={early}
            how={({ from, to, movedAt }) =>
              `${text(from)} to ${text(to)}, ${spanText(reportedAt - movedAt.getTime())} before the report`
            }
          />
        </div>
      ) : null}
      {moverCount > 0 ? (
        <Disclosure summary={`${countText(moverCount, "forecaster")} moved within a day of it`}>
          <MoverTable question={question} />
        </Disclosure>
      ) : null}
    </li>
  );
}
