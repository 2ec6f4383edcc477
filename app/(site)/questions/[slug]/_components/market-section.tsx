import { ProbabilityChart } from "#app/_charts/probability-chart.tsx";
import { optionTone } from "#app/_charts/series-tone.ts";
import { Disclosure } from "#app/_components/disclosure.tsx";
import { Instant } from "#app/_components/instant.tsx";
import { Notice } from "#app/_components/notice.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import { part } from "#app/_components/part.tsx";
import { Section } from "#app/_components/section.tsx";
import { signedCredits } from "#app/_market/credits-text.ts";
import type { HiddenMarketView, MarketView } from "#app/_market/market-view.ts";
import { OpenMarketForm } from "#app/_market/open-market-form.tsx";
import { OwnOrders } from "#app/_market/own-orders.tsx";
import { PositionLines } from "#app/_market/position-lines.tsx";
import { TradePanel } from "#app/_market/trade-panel.tsx";
import type { QuestionView } from "#app/_questions/question-view.ts";
import { rangedOf } from "#app/_questions/range-text.ts";
import { signInAddress } from "#app/_trpc/requested-page.ts";
import { api } from "#app/_trpc/server.ts";
import { bucketProbabilities } from "#core/market/outcome-buckets.ts";
import { may } from "#core/permissions.ts";
import { countText } from "#core/text/count-text.ts";
import { MarketBook } from "./market-book.tsx";
import { MarketFigures } from "./market-figures.tsx";
import { marketOf, ownForecastsOf, priceHistoryOf, zoneOf } from "./question-queries.ts";

/** The play-money side of the question: prices, the reader's own part, and the book. */
export const MarketSection = part(async ({ question }: { question: QuestionView }) => {
  const [market, viewer] = await Promise.all([marketOf(question.id), (await api()).user.viewer()]);
  if (!market) {
    const mayOpen = viewer !== null && may({ kind: "user", ...viewer }, "open_market") && question.takesForecasts;
    if (!mayOpen) return null;
    return (
      <Section title="Market" lead="This question has no market. With one, people trade play money on it.">
        <OpenMarketForm
          questionId={question.id}
          outcomes={Math.max(2, question.options.length)}
          ranged={rangedOf(question)}
          crowd={question.crowd.now?.probabilities ?? null}
          opensAt={question.crowd.isHidden ? question.revealAt : null}
        />
      </Section>
    );
  }
  if (market.isHidden) return <HiddenMarket market={market} question={question} />;
  return (
    <Section
      title="Market"
      id="market"
      lead="Play money. A share of what comes true pays one credit; the price is what a share costs."
    >
      <div className="space-y-6">
        <MarketFigures market={market} />
        {market.outcomes.length > 2 || question.range ? <MarketPrices question={question} market={market} /> : null}
        {market.settlement ? <Settled settlement={market.settlement} now={question.askedAt.getTime()} /> : null}
        <OwnPart question={question} market={market} />
        <MarketBook market={market} />
        <Disclosure summary="The rules of the market">
          <Rules />
        </Disclosure>
      </div>
    </Section>
  );
});

/** A market that waits for its crowd: what a price would tell is not told, what the reader paid and ordered is. */
async function HiddenMarket({ market, question }: { market: HiddenMarketView; question: QuestionView }) {
  const { position, outcomes, revealAt, isSignedIn } = market;
  const asked = { questionId: question.id };
  const orders = isSignedIn ? await (await api()).market.ownOrders(asked) : [];
  return (
    <Section title="Market" id="market" lead="Play money. A share of what comes true pays one credit.">
      <div className="space-y-6">
        <Notice title="It opens when the crowd is revealed">
          The crowd of this question is hidden until{" "}
          <Instant at={revealAt.getTime()} now={question.askedAt.getTime()} />, and a price would tell what it thinks.
          Trading opens then; prices, trades and holders are shown from then on.
        </Notice>
        {position ? <PositionLines position={position} outcomes={outcomes} /> : null}
        {orders.length > 0 ? <OwnOrders orders={orders.map((order) => ({ ...order, outcomes }))} /> : null}
      </div>
    </Section>
  );
}

function Settled({ settlement, now }: { settlement: NonNullable<MarketView["settlement"]>; now: number }) {
  const { rule, reversedTrades, ownProfitMicros, settledAt } = settlement;
  return (
    <Notice title="Settled">
      <p>
        <Instant at={settledAt.getTime()} now={now} />. {rule}
        {reversedTrades > 0 ? ` ${countText(reversedTrades, "late trade was", "late trades were")} reversed.` : ""}
      </p>
      {ownProfitMicros === null ? null : (
        <p className="mt-1">
          For you it came to <strong>{signedCredits(ownProfitMicros)} credits</strong>; your{" "}
          <PageLink href="/portfolio/statement" className="link">
            statement
          </PageLink>{" "}
          explains each.
        </p>
      )}
    </Notice>
  );
}

/** What a forecast says of each outcome that the market trades. */
function sharesOf({ type, range }: QuestionView, { bucketBounds }: MarketView, stated: readonly number[]) {
  if (range) return bucketProbabilities(range, bucketBounds, stated);
  const [yes = 0] = stated;
  return type === "binary" ? [yes, 1 - yes] : stated;
}

/** What the reader holds, may do, and has waiting. */
async function OwnPart({ question, market }: { question: QuestionView; market: MarketView }) {
  if (!market.isSignedIn) {
    if (!market.takesTrades) return null;
    return (
      <p>
        <PageLink href={await signInAddress("#market")} className="link">
          Sign in to trade
        </PageLink>
        . New people get credits to begin with.
      </p>
    );
  }
  const caller = await api();
  const [orders, own] = await Promise.all([
    caller.market.ownOrders({ questionId: question.id }),
    ownForecastsOf(question.id),
  ]);
  const forecast = own.active ? sharesOf(question, market, own.active.probabilities) : market.prices;
  return (
    <>
      {market.position ? <PositionLines position={market.position} outcomes={market.outcomes} /> : null}
      {market.takesTrades ? <TradePanel market={market} forecast={forecast} /> : null}
      {orders.length > 0 ? (
        <div>
          <h3 className="mb-1 text-sm font-semibold">Your orders</h3>
          <OwnOrders orders={orders.map((order) => ({ ...order, outcomes: market.outcomes }))} />
        </div>
      ) : null}
    </>
  );
}

function Rules() {
  return (
    <ul className="list-disc space-y-1.5 pl-5 text-soft">
      <li>
        Prices come from an automated market maker (LMSR). The house sets its worst loss aside when the market opens.
      </li>
      <li>A trade is done at the price that was shown, or better, or not at all.</li>
      <li>Trades at or after the instant the answer was publicly known are reversed, the newest first.</li>
      <li>A complete set of shares is handed back at once for one credit.</li>
      <li>
        Orders wait in a book, by price and then by time. Your own trade never meets your own order: the order is
        withdrawn.
      </li>
      <li>A void gives back what each person paid in. There are no loans, and no real money.</li>
    </ul>
  );
}

/** The price of each outcome over time, where there are too many for the crowd's own chart. */
const MarketPrices = part(async ({ question, market }: { question: QuestionView; market: MarketView }) => {
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
