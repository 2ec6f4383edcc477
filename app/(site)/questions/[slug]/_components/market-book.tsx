import { Disclosure } from "#app/_components/disclosure.tsx";
import { part } from "#app/_components/part.tsx";
import { UserName } from "#app/_components/user-name.tsx";
import { shortCredits } from "#app/_market/credits-text.ts";
import type { DepthView, MarketView } from "#app/_market/market-view.ts";
import { DEPTH_LEAD, PriceDepth } from "#app/_market/price-depth.tsx";
import { api } from "#app/_trpc/server.ts";

/** How deep the market is, the orders that wait, and who holds what. */
export const MarketBook = part(async ({ market }: { market: MarketView }) => {
  const { questionId, outcomes } = market;
  const caller = await api();
  const [depth, holders] = await Promise.all([
    caller.market.depth({ questionId }),
    caller.market.holders({ questionId }),
  ]);
  const waiting = depth.filter(({ bids, asks }) => bids.length + asks.length > 0);
  const [first] = depth;
  return (
    <div className="space-y-1">
      {market.takesTrades && first && depth.length === 2 ? (
        <div className="mb-4">
          <PriceDepth market={market} book={first} />
        </div>
      ) : null}
      {market.takesTrades && depth.length > 2 ? (
        <Disclosure summary="What it takes to move a price">
          <p className="max-w-measure text-soft">{DEPTH_LEAD}</p>
          <div className="grid gap-x-8 gap-y-6 pt-2 lg:grid-cols-2">
            {depth.map((book) => (
              <PriceDepth key={book.outcome} market={market} book={book} />
            ))}
          </div>
        </Disclosure>
      ) : null}
      <Disclosure summary="Orders that wait">
        {waiting.length === 0 ? (
          <p className="text-soft">No order waits. A limit order appears here until its price comes.</p>
        ) : (
          waiting.map((book) => <Book key={book.outcome} book={book} label={outcomes[book.outcome] ?? "?"} />)
        )}
      </Disclosure>
      <Disclosure summary="Who holds shares">
        {holders.every((one) => one.holders.length === 0) ? (
          <p className="text-soft">Nobody holds a share yet.</p>
        ) : (
          <div className="grid gap-6 sm:grid-cols-2">
            {holders.map((one) => (
              <div key={one.outcome}>
                <h3 className="font-medium">{outcomes[one.outcome]}</h3>
                <ul className="divide-y divide-hairline">
                  {one.holders.map(({ name, isBot, isSimulated, sharesMicros }) => (
                    <li key={name} className="flex justify-between gap-4 py-1.5">
                      <UserName
                        name={name}
                        href={`/users/${encodeURIComponent(name)}`}
                        isBot={isBot}
                        isSimulated={isSimulated}
                      />
                      <span>{shortCredits(sharesMicros)}</span>
                    </li>
                  ))}
                </ul>
              </div>
            ))}
          </div>
        )}
      </Disclosure>
    </div>
  );
});

function Book({ book: { bids, asks }, label }: { book: DepthView; label: string }) {
  const sides = [
    ["To buy", bids],
    ["To sell", asks],
  ] as const;
  return (
    <div className="mb-4">
      <h3 className="font-medium">{label}</h3>
      <div className="grid grid-cols-2 gap-6">
        {sides.map(([words, steps]) => (
          <table key={words} className="w-full self-start">
            <caption className="text-left text-xs text-soft">{words}</caption>
            <thead className="sr-only">
              <tr>
                <th scope="col">Price</th>
                <th scope="col">Shares</th>
              </tr>
            </thead>
            <tbody>
              {steps.map(({ priceMicros, sharesMicros }) => (
                <tr key={priceMicros} className="border-b border-hairline">
                  <td className="py-1">{shortCredits(priceMicros)}</td>
                  <td className="py-1 text-right">{shortCredits(sharesMicros)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
    </div>
  );
}
