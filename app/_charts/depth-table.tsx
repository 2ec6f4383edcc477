import { DataTable } from "#app/_components/data-table.tsx";
import { numberText } from "#app/_components/number-text.ts";
import { percentText, pointsText } from "#app/_components/percent-text.ts";

/** A move of a price, and what it takes. */
export interface PriceMove {
  readonly price: number;
  /** From where the price stands, in probability. */
  readonly change: number;
  readonly credits: number;
  readonly shares: number;
}

/** What some moves of a price would cost, and how many shares they would bring. */
export function DepthTable({ caption, moves }: { caption: string; moves: readonly PriceMove[] }) {
  return (
    <DataTable
      caption={caption}
      rows={moves}
      keyOf={({ price }) => String(price)}
      columns={[
        {
          key: "price",
          header: "Price to",
          namesRow: true,
          cell: ({ price, change }) => `${percentText(price)} (${pointsText(change)})`,
        },
        {
          key: "credits",
          header: "Credits",
          isNumber: true,
          staysNarrow: true,
          cell: ({ credits }) => numberText(credits, 1),
        },
        {
          key: "shares",
          header: "Shares",
          isNumber: true,
          staysNarrow: true,
          cell: ({ shares }) => numberText(shares, 1),
        },
      ]}
    />
  );
}
