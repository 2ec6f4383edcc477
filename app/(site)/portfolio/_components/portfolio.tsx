import { ButtonLink } from "#app/_components/button.tsx";
import { EmptyState } from "#app/_components/empty-state.tsx";
import { ItemList, ListItem } from "#app/_components/item-list.tsx";
import { KeyFigure, KeyFigures } from "#app/_components/key-figure.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import { part } from "#app/_components/part.tsx";
import { Section } from "#app/_components/section.tsx";
import { isSome, shortCredits, signedCredits } from "#app/_market/credits-text.ts";
import type { PortfolioView } from "#app/_market/market-view.ts";
import { OwnOrders } from "#app/_market/own-orders.tsx";
import { PositionLines } from "#app/_market/position-lines.tsx";
import { api } from "#app/_trpc/server.ts";

/** Money, positions, orders that wait, and what settled markets came to. */
export const Portfolio = part(async () => {
  const portfolio = await (await api()).market.portfolio();
  return (
    <>
      <Money portfolio={portfolio} />
      <Section title="Positions" lead="At the prices of the market makers now.">
        <Positions positions={portfolio.positions} />
      </Section>
      {portfolio.orders.length > 0 ? (
        <Section title="Orders that wait">
          <OwnOrders orders={portfolio.orders} />
        </Section>
      ) : null}
      {portfolio.results.length > 0 ? (
        <Section title="Settled">
          <Results results={portfolio.results} />
        </Section>
      ) : null}
    </>
  );
});

function Money({ portfolio }: { portfolio: PortfolioView }) {
  const { balanceMicros, reservedMicros, owedMicros, valueMicros, unrealisedMicros, realisedMicros } = portfolio;
  return (
    <KeyFigures>
      <KeyFigure label="To spend" value={shortCredits(balanceMicros)} note="credits" />
      <KeyFigure label="Set aside for orders" value={shortCredits(reservedMicros)} size="small" />
      <KeyFigure label="Positions are worth" value={shortCredits(valueMicros)} size="small" />
      <KeyFigure label="Profit not yet realised" value={signedCredits(unrealisedMicros)} size="small" />
      <KeyFigure label="Profit realised" value={signedCredits(realisedMicros)} size="small" />
      {isSome(owedMicros) ? (
        <KeyFigure label="Owed" value={shortCredits(owedMicros)} note="paid by the next credits" size="small" />
      ) : null}
    </KeyFigures>
  );
}

function Positions({ positions }: { positions: PortfolioView["positions"] }) {
  if (positions.length === 0) {
    return (
      <EmptyState title="No position yet" action={<ButtonLink href="/questions">Find a question</ButtonLink>}>
        Open a question that has a market, and trade toward your forecast.
      </EmptyState>
    );
  }
  return (
    <ItemList>
      {positions.map((position) => (
        <ListItem
          key={position.slug}
          title={
            <PageLink href={`/questions/${position.slug}#market`} className="title-link">
              {position.title}
            </PageLink>
          }
        >
          <PositionLines position={position} outcomes={position.outcomes} />
        </ListItem>
      ))}
    </ItemList>
  );
}

function Results({ results }: { results: PortfolioView["results"] }) {
  return (
    <ItemList>
      {results.map(({ slug, title, answer, payoutMicros, profitMicros }) => (
        <ListItem
          key={slug}
          title={
            <PageLink href={`/questions/${slug}#market`} className="title-link">
              {title}
            </PageLink>
          }
          meta={
            <span>
              {answer === null ? "Void: refunded" : `Answer: ${answer}`} · paid {shortCredits(payoutMicros)}
            </span>
          }
          figure={signedCredits(profitMicros)}
        />
      ))}
    </ItemList>
  );
}
