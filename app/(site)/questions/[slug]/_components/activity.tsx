import { Suspense } from "react";
import { Section } from "#app/_components/section.tsx";
import { SkeletonLines } from "#app/_components/skeleton.tsx";
import { TabLinks } from "#app/_components/tab-links.tsx";
import type { QuestionView } from "#app/_questions/question-view.ts";
import { CriteriaVersions } from "./criteria-versions.tsx";
import { ForecastHistory } from "./forecast-history.tsx";
import { MarketTrades } from "./market-trades.tsx";

const TABS = [
  { tab: "rationales", label: "Rationales" },
  { tab: "forecasts", label: "Forecasts" },
  { tab: "trades", label: "Trades" },
  { tab: "versions", label: "Versions of the rule" },
] as const;

interface Props {
  readonly question: QuestionView;
  readonly tab: string | string[] | undefined;
  readonly cursor: string | string[] | undefined;
}

/** What people said and did here: why they forecast, what they forecast, and how the rule came about. */
export function Activity({ question, tab, cursor }: Props) {
  const current = TABS.find((one) => one.tab === tab)?.tab ?? "rationales";
  const counts = {
    rationales: undefined,
    trades: undefined,
    forecasts: question.forecasts,
    versions: question.criteria.length,
  };
  const from = typeof cursor === "string" ? cursor : undefined;
  return (
    <Section title="What was said and done" id="activity">
      <TabLinks
        label="What was said and done"
        tabs={TABS.map(({ tab, label }) => ({
          href: `/questions/${question.slug}?tab=${tab}`,
          label,
          isCurrent: tab === current,
          ...(counts[tab] === undefined ? {} : { count: counts[tab] }),
        }))}
      />
      {current === "versions" ? <CriteriaVersions question={question} /> : null}
      {current === "trades" ? (
        <Suspense key={`trades ${from}`} fallback={<SkeletonLines lines={4} />}>
          <MarketTrades question={question} cursor={from} />
        </Suspense>
      ) : null}
      {current === "rationales" || current === "forecasts" ? (
        <Suspense key={`${current} ${from}`} fallback={<SkeletonLines lines={4} />}>
          <ForecastHistory question={question} tab={current} cursor={from} />
        </Suspense>
      ) : null}
    </Section>
  );
}
