import { Badge } from "#app/_components/badge.tsx";
import type { Medal } from "#core/ranking/medal-of-rank.ts";

const WORDS = { gold: "Gold", silver: "Silver", bronze: "Bronze" } as const;

/** A medal, in words: not everybody can tell it by its colour. */
export function MedalBadge({ medal }: { medal: Medal }) {
  return (
    <Badge tone={medal === "gold" ? "accent" : "neutral"} sign="●">
      {WORDS[medal]}
    </Badge>
  );
}
