import { Suspense } from "react";
import { type AddressQuery, addressParams } from "#app/_address/address-params.ts";
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
  readonly query: AddressQuery;
}

/** What people said and did here: why they forecast, what they forecast, and how the rule came about. */
export function Activity({ question, query }: Props) {
  const params = addressParams(query);
  const current =
    params.oneOf(
      "tab",
      TABS.map(({ tab }) => tab),
    ) ?? "rationales";
  const counts = {
    rationales: undefined,
    trades: undefined,
    forecasts: question.forecasts,
    versions: question.criteria.length,
  };
  const [trade, from] = [params.ordinal("cursor"), params.cursor("forecasts")];
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
        <Suspense key={`trades ${trade}`} fallback={<SkeletonLines lines={4} />}>
          <MarketTrades question={question} before={trade} />
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
