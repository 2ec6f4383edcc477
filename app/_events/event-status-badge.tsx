import { Badge, type BadgeTone } from "#app/_components/badge.tsx";
import type { EventStatus } from "#core/event/event-status.ts";

const statuses = {
  reported: { tone: "neutral", sign: "○", words: "Reported" },
  corroborated: { tone: "success", sign: "●", words: "Corroborated" },
  disputed: { tone: "challenged", sign: "⚑", words: "Disputed" },
  retracted: { tone: "void", sign: "∅", words: "Retracted" },
} as const satisfies Record<EventStatus, { tone: BadgeTone; sign: string; words: string }>;

/** What is to be thought of an event: in sign, words and colour. */
export function EventStatusBadge({ status }: { status: EventStatus }) {
  const { tone, sign, words } = statuses[status];
  return (
    <Badge tone={tone} sign={sign}>
      {words}
    </Badge>
  );
}
