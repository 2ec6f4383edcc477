import { type ChartSeries, MAX_STEPS } from "#app/_charts/chart-series.ts";
import { type ChartAxis, ProbabilityChart } from "#app/_charts/probability-chart.tsx";
import { optionTone } from "#app/_charts/series-tone.ts";
import { part } from "#app/_components/part.tsx";
import type { QuestionView } from "#app/_questions/question-view.ts";
import { axisText, locationText, type Ranged, rangedOf } from "#app/_questions/range-text.ts";
import { api } from "#app/_trpc/server.ts";
import { cdfQuantile } from "#core/scoring/cdf-quantile.ts";
import { evaluationOf, marketOf, ownForecastsOf, priceHistoryOf, zoneOf } from "./question-queries.ts";

type OwnHistory = Awaited<ReturnType<typeof ownForecastsOf>>["history"];
type History = Awaited<ReturnType<Awaited<ReturnType<typeof api>>["question"]["crowd"]>>;

/** The crowd's whole way, with the events that bear on the question on the time axis. */
export const CrowdChart = part(async ({ question }: { question: QuestionView }) => {
  const caller = await api();
  const [history, told, own, market] = await Promise.all([
    caller.question.crowd({ slug: question.slug, most: MAX_STEPS }),
    evaluationOf(question.slug),
    ownForecastsOf(question.id),
    marketSeries(question),
  ]);
  const mine = mySeries(question, own.history);
  if (history.isHidden && mine.length + market.length === 0) return null;
  const from = Math.min(question.opensAt.getTime(), history.at[0] ?? Number.POSITIVE_INFINITY);
  const isBinary = question.options.length === 0;
  const ranged = rangedOf(question);
  const endsAt = question.answer?.finalAt.getTime();
  return (
    <ProbabilityChart
      title={ranged ? rangeTitle(ranged, history.isHidden) : titleOf(isBinary, history.isHidden)}
      {...(ranged ? { axis: rangeAxis(ranged) } : {})}
      lead={
        isBinary
          ? `Median of the ${ranged ? "pooled distributions" : "active forecasts"}, recent ones weighing more; the band holds the middle half.`
          : ""
      }
      series={[
        ...(history.isHidden ? [] : history.answers.map((_, place) => seriesOf(history, place, isBinary))),
        ...mine,
        ...market,
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
});

function rangeTitle({ type, range: { unit } }: Ranged, isHidden: boolean): string {
  const who = isHidden ? "you expect" : "the crowd expects";
  return type === "date" ? `When ${who} it` : `What ${who}${unit ? `, in ${unit}` : ""}`;
}

/** The values of the range at even places up the chart. */
function rangeAxis(ranged: Ranged): ChartAxis {
  const grid = [0, 0.25, 0.5, 0.75, 1].map((share) => ({ share, label: axisText(ranged, share) }));
  return { grid, text: (location) => locationText(ranged, location) };
}

function titleOf(isBinary: boolean, isHidden: boolean): string {
  const of = isHidden ? "you think" : "the crowd thinks";
  return isBinary ? `How likely ${of} Yes` : `How likely ${of} each option`;
}

/** The reader's own line, where there is one to a forecaster: several more lines would hide each other. */
function mySeries(question: QuestionView, history: OwnHistory): ChartSeries[] {
  if (history.length === 0 || question.options.length > 0) return [];
  const steps = history.flatMap(({ madeAt, endedAt, probabilities }, place) => {
    const next = history[place + 1]?.madeAt.getTime();
    const made = {
      at: madeAt.getTime(),
      value: question.range ? cdfQuantile(probabilities, 0.5) : (probabilities[0] ?? 0),
    };
    const isWithdrawn = endedAt !== null && endedAt.getTime() !== next;
    return isWithdrawn ? [made, { at: endedAt.getTime(), value: null }] : [made];
  });
  return [{ key: "you", label: "You", tone: "mine", steps, hasDots: true }];
}

/** The market's price of Yes beside the crowd; several outcomes have a chart of their own. */
async function marketSeries(question: QuestionView): Promise<ChartSeries[]> {
  if (question.options.length > 0 || question.range) return [];
  const market = await marketOf(question.id);
  if (!market || market.isHidden) return [];
  const prices = await priceHistoryOf(question.id);
  const steps = prices.map(({ at, prices: [yes] }) => ({ at: at.getTime(), value: yes ?? null }));
  return [{ key: "market", label: "Market", tone: "market", steps }];
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
