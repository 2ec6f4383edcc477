import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

const tones = {
  neutral: "text-soft bg-ink/6",
  accent: "text-accent bg-accent/10",
  yes: "text-yes bg-yes/10",
  no: "text-no bg-no/10",
  pending: "text-pending bg-pending/12",
  challenged: "text-challenged bg-challenged/10",
  void: "text-void bg-void/12",
  success: "text-success bg-success/10",
  danger: "text-danger bg-danger/10",
} as const;

export type BadgeTone = keyof typeof tones;

interface BadgeProps {
  readonly tone?: BadgeTone;
  /** A sign before the words, for those who do not see the colour. */
  readonly sign?: string;
  readonly children: ReactNode;
}

/** One or two words about a thing: its kind, its state. */
export function Badge({ tone = "neutral", sign, children }: BadgeProps) {
  return (
    <span
      className={classNames(
        "inline-flex items-center gap-1.5 rounded-md px-2 py-0.5 text-xs font-medium whitespace-nowrap",
        tones[tone],
      )}
    >
      {sign === undefined ? null : <span aria-hidden="true">{sign}</span>}
      {children}
    </span>
  );
}
