import Link from "next/link";
import type { ChartSeries } from "#app/_charts/chart-series.ts";
import { MAX_STEPS } from "#app/_charts/chart-series.ts";
import { ProbabilityChart } from "#app/_charts/probability-chart.tsx";
import { optionTone } from "#app/_charts/series-tone.ts";
import { part } from "#app/_components/part.tsx";
import { Section } from "#app/_components/section.tsx";
import { api } from "#app/_trpc/server.ts";

interface ScenarioChartProps {
  readonly topic: { readonly id: string };
  /** The address of the question whose options are the scenarios. */
  readonly slug: string;
  readonly now: number;
}

/** How likely the crowd holds each scenario, over time, with the events that may have moved it. */
export const ScenarioChart = part(async ({ topic, slug, now }: ScenarioChartProps) => {
  const caller = await api();
  const [question, history, events] = await Promise.all([
    caller.question.bySlug({ slug }),
    caller.question.crowd({ slug, most: MAX_STEPS }),
    caller.event.list({ topicId: topic.id, limit: 100 }),
  ]);
  const pins = events.items
    .filter(({ status }) => status !== "retracted")
    .map(({ id, headline, occurredFrom }) => ({
      key: id,
      at: occurredFrom.getTime(),
      label: headline,
      href: `/events/${id}`,
    }));
  const from = Math.min(question.opensAt.getTime(), history.at[0] ?? Number.POSITIVE_INFINITY);
  return (
    <Section
      title="Scenarios"
      lead={question.title}
      aside={
        <Link href={`/questions/${slug}`} className="link">
          Forecast
        </Link>
      }
    >
      {history.isHidden ? (
        <p className="text-sm text-soft">
          The crowd is hidden for now, so that everybody forecasts for themselves first.
        </p>
      ) : (
        <ProbabilityChart
          title="How likely the crowd holds each scenario"
          series={scenarioSeries(history)}
          from={from}
          to={question.closesAt.getTime()}
          now={now}
          pins={pins}
        />
      )}
    </Section>
  );
});

interface History {
  readonly at: readonly number[];
  readonly forecasters: readonly number[];
  readonly answers: readonly { readonly id: string; readonly label: string; readonly median: readonly number[] }[];
}

/** The crowd's history on a multiple-choice question as lines, one per option. Nobody's forecast is no line. */
function scenarioSeries({ at, forecasters, answers }: History): ChartSeries[] {
  return answers.map(({ id, label, median }, index) => ({
    key: id,
    label,
    tone: optionTone(index),
    steps: at.map((instant, step) => ({
      at: instant,
      value: forecasters[step] === 0 ? null : (median[step] ?? null),
    })),
  }));
}
