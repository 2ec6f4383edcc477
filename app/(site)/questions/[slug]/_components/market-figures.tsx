import { KeyFigure, KeyFigures } from "#app/_components/key-figure.tsx";
import { percentText } from "#app/_components/percent-text.ts";
import { shortCredits } from "#app/_market/credits-text.ts";
import type { MarketView } from "#app/_market/market-view.ts";
import { isYesNo } from "#app/_market/share-words.ts";
import { countText } from "#core/text/count-text.ts";

/** The price now, and how much was traded by how many. */
export function MarketFigures({ market }: { market: MarketView }) {
  const { outcomes, prices, traders, tradeCount, volumeMicros, subsidyMicros } = market;
  const shown = isYesNo(outcomes) ? [0] : outcomes.map((_, place) => place);
  return (
    <KeyFigures>
      {shown.map((place) => (
        <KeyFigure
          key={outcomes[place]}
          label={isYesNo(outcomes) ? "Price of Yes" : outcomes[place]}
          value={percentText(prices[place] ?? 0)}
          size={shown.length > 1 ? "small" : "large"}
        />
      ))}
      <KeyFigure
        label="Traded"
        value={shortCredits(volumeMicros)}
        note={`${countText(tradeCount, "trade")} by ${countText(traders, "person", "people")}`}
        size="small"
      />
      <KeyFigure
        label="The house can lose"
        value={shortCredits(subsidyMicros)}
        note="set aside at the opening"
        size="small"
      />
    </KeyFigures>
  );
}
