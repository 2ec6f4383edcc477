import type { ChartSeries } from "#app/_charts/chart-series.ts";
import { ProbabilityChart } from "#app/_charts/probability-chart.tsx";
import { optionTone } from "#app/_charts/series-tone.ts";
import type { QuestionView } from "#app/_questions/question-view.ts";
import { api } from "#app/_trpc/server.ts";
import { evaluationOf, zoneOf } from "./question-queries.ts";

type History = Awaited<ReturnType<Awaited<ReturnType<typeof api>>["question"]["crowd"]>>;

/** The crowd's whole way, with the events that bear on the question on the time axis. */
export async function CrowdChart({ question }: { question: QuestionView }) {
  const caller = await api();
  const [history, told] = await Promise.all([
    caller.question.crowd({ slug: question.slug }),
    evaluationOf(question.slug),
  ]);
  if (history.isHidden) return null;
  const from = Math.min(question.opensAt.getTime(), history.at[0] ?? Number.POSITIVE_INFINITY);
  const isBinary = question.options.length === 0;
  const endsAt = question.answer?.finalAt.getTime();
  return (
    <ProbabilityChart
      title={isBinary ? "How likely the crowd thinks Yes" : "How likely the crowd thinks each option"}
      lead={
        isBinary ? "Median of the standing forecasts, recent ones weighing more; the band holds the middle half." : ""
      }
      series={history.answers.map((_, place) => seriesOf(history, place, isBinary))}
      from={from}
      to={Math.max(question.closesAt.getTime(), from + 3_600_000)}
      now={question.askedAt.getTime()}
      {...(endsAt === undefined ? {} : { endsAt })}
      zone={zoneOf(question)}
      pins={(told?.events ?? [])
        .filter((event) => event.status !== "retracted")
        .map((event) => ({
          key: event.id,
          at: event.occurredFrom.getTime(),
          label: event.headline,
          href: `/events/${event.id}`,
        }))}
    />
  );
}

/** One answer's line; where nobody stood it is broken. */
function seriesOf(history: History, place: number, isBinary: boolean): ChartSeries {
  const answer = history.answers[place];
  const value = (column: readonly number[] | undefined, step: number) => column?.[step] ?? 0;
  return {
    key: answer?.id ?? String(place),
    label: isBinary ? "Crowd" : (answer?.label ?? ""),
    tone: isBinary ? "crowd" : optionTone(place),
    steps: history.at.map((at, step) => ({
      at,
      value: history.forecasters[step] === 0 ? null : value(answer?.median, step),
    })),
    ...(isBinary
      ? {
          band: history.at.map((at, step) => ({
            at,
            lower: value(answer?.lower, step),
            upper: value(answer?.upper, step),
          })),
        }
      : {}),
  };
}
