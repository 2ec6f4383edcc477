import { isSome, shortCredits, signedCredits } from "./credits-text.ts";
import type { PositionView } from "./market-view.ts";

interface Props {
  readonly position: PositionView;
  readonly outcomes: readonly string[];
}

const paidFor = ({ basisMicros }: PositionView) =>
  String(basisMicros.reduce((sum, micros) => sum + BigInt(micros), 0n));

/** What somebody holds in one market, what they paid, and what it is worth at today's prices. */
export function PositionLines({ position, outcomes }: Props) {
  const held = outcomes.flatMap((label, place) => {
    const shares = position.sharesMicros[place] ?? "0";
    return isSome(shares) ? [`${shortCredits(shares)} ${label}`] : [];
  });
  const figures = [
    ["Shares", held.join(", ") || "none"],
    ["Paid for them", shortCredits(paidFor(position))],
    // No price is told while the crowd is hidden.
    ["Worth now", position.valueMicros === null ? "Hidden" : shortCredits(position.valueMicros)],
    ["Not yet realised", position.unrealisedMicros === null ? "Hidden" : signedCredits(position.unrealisedMicros)],
    ["Realised", signedCredits(position.realisedMicros)],
  ];
  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-2 text-sm">
      {figures.map(([term, value]) => (
        <div key={term}>
          <dt className="text-xs text-soft">{term}</dt>
          <dd className="font-medium">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
