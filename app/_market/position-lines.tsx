import { isSome, shortCredits, signedCredits } from "./credits-text.ts";
import type { PositionView } from "./market-view.ts";

interface Props {
  readonly position: PositionView;
  readonly outcomes: readonly string[];
}

/** What somebody holds in one market, and what it is worth at today's prices. */
export function PositionLines({ position, outcomes }: Props) {
  const held = outcomes.flatMap((label, place) => {
    const shares = position.sharesMicros[place] ?? "0";
    return isSome(shares) ? [`${shortCredits(shares)} ${label}`] : [];
  });
  const figures = [
    ["Shares", held.join(", ") || "none"],
    ["Worth now", shortCredits(position.valueMicros)],
    ["Not yet realised", signedCredits(position.unrealisedMicros)],
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
