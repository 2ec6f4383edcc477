import { ProbabilityChart } from "#app/_charts/probability-chart.tsx";
import { optionTone } from "#app/_charts/series-tone.ts";
import { part } from "#app/_components/part.tsx";
import type { MarketView } from "#app/_market/market-view.ts";
import type { QuestionView } from "#app/_questions/question-view.ts";
import { priceHistoryOf, zoneOf } from "./question-queries.ts";

/** The price of each outcome over time, where there are too many for the crowd's own chart. */
export const MarketPrices = part(async ({ question, market }: { question: QuestionView; market: MarketView }) => {
  const history = await priceHistoryOf(question.id);
  // Imported trades may be older than the market's opening here.
  const from = history[0]?.at.getTime() ?? market.openedAt.getTime();
  return (
    <ProbabilityChart
      title="The price of each outcome"
      series={market.outcomes.map((label, place) => ({
        key: label,
        label,
        tone: optionTone(place),
        steps: history.map(({ at, prices }) => ({ at: at.getTime(), value: prices[place] ?? null })),
      }))}
      from={from}
      to={Math.max(question.closesAt.getTime(), from + 3_600_000)}
      now={question.askedAt.getTime()}
      zone={zoneOf(question)}
    />
  );
});
