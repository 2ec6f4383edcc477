import type { ChartSeries } from "#app/_charts/chart-series.ts";
import { ProbabilityChart } from "#app/_charts/probability-chart.tsx";
import { optionTone } from "#app/_charts/series-tone.ts";
import type { QuestionView } from "#app/_questions/question-view.ts";
import { api } from "#app/_trpc/server.ts";
import { evaluationOf, ownForecastsOf, zoneOf } from "./question-queries.ts";

type OwnHistory = Awaited<ReturnType<typeof ownForecastsOf>>["history"];
type History = Awaited<ReturnType<Awaited<ReturnType<typeof api>>["question"]["crowd"]>>;

/** The crowd's whole way, with the events that bear on the question on the time axis. */
export async function CrowdChart({ question }: { question: QuestionView }) {
  const caller = await api();
  const [history, told, own] = await Promise.all([
    caller.question.crowd({ slug: question.slug }),
    evaluationOf(question.slug),
    ownForecastsOf(question.id),
  ]);
  const mine = mySeries(question, own.history);
  if (history.isHidden && mine.length === 0) return null;
  const from = Math.min(question.opensAt.getTime(), history.at[0] ?? Number.POSITIVE_INFINITY);
  const isBinary = question.options.length === 0;
  const endsAt = question.answer?.finalAt.getTime();
  return (
    <ProbabilityChart
      title={titleOf(isBinary, history.isHidden)}
      lead={
        isBinary ? "Median of the standing forecasts, recent ones weighing more; the band holds the middle half." : ""
      }
      series={[
        ...(history.isHidden ? [] : history.answers.map((_, place) => seriesOf(history, place, isBinary))),
        ...mine,
      ]}
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

function titleOf(isBinary: boolean, isHidden: boolean): string {
  const of = isHidden ? "you think" : "the crowd thinks";
  return isBinary ? `How likely ${of} Yes` : `How likely ${of} each option`;
}

/** The reader's own line, on questions of yes or no: several more lines would hide each other. */
function mySeries(question: QuestionView, history: OwnHistory): ChartSeries[] {
  if (history.length === 0 || question.options.length > 0) return [];
  const steps = history.flatMap(({ madeAt, endedAt, probabilities }, place) => {
    const next = history[place + 1]?.madeAt.getTime();
    const made = { at: madeAt.getTime(), value: probabilities[0] ?? 0 };
    const isWithdrawn = endedAt !== null && endedAt.getTime() !== next;
    return isWithdrawn ? [made, { at: endedAt.getTime(), value: null }] : [made];
  });
  return [{ key: "you", label: "You", tone: "mine", steps, hasDots: true }];
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
