import { Badge } from "#app/_components/badge.tsx";

/** Stands by everything of a made-up topic, so that nobody takes it for news. */
export function FictionalBadge({ isShort = false }: { isShort?: boolean }) {
  return (
    <Badge tone="pending" sign="✳">
      {isShort ? "Fictional" : "Fictional: nothing here happened"}
    </Badge>
  );
}
