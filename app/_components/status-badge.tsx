import type { ReactNode } from "react";
import { Badge, type BadgeTone } from "./badge.tsx";

/** Every state a badge can tell, with a sign of its own shape. */
const statuses = {
  draft: { tone: "neutral", sign: "✎", words: "Draft" },
  review: { tone: "pending", sign: "◔", words: "In review" },
  upcoming: { tone: "neutral", sign: "○", words: "Upcoming" },
  open: { tone: "accent", sign: "●", words: "Open" },
  closed: { tone: "neutral", sign: "■", words: "Closed" },
  pending: { tone: "pending", sign: "◔", words: "Pending" },
  challenged: { tone: "challenged", sign: "⚑", words: "Challenged" },
  yes: { tone: "yes", sign: "✓", words: "Yes" },
  no: { tone: "no", sign: "✕", words: "No" },
  resolved: { tone: "success", sign: "✓", words: "Resolved" },
  void: { tone: "void", sign: "∅", words: "Void" },
} as const satisfies Record<string, { tone: BadgeTone; sign: string; words: string }>;

export type StatusName = keyof typeof statuses;

/** A state in colour, sign and words together. `children` replace the usual words. */
export function StatusBadge({ status, children }: { status: StatusName; children?: ReactNode }) {
  const { tone, sign, words } = statuses[status];
  return (
    <Badge tone={tone} sign={sign}>
      {children ?? words}
    </Badge>
  );
}
