import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

interface TimelineItemProps {
  /** When, usually an Instant in the form `day`. */
  readonly when: ReactNode;
  readonly children: ReactNode;
  /** A filled mark for what weighs more than the rest. */
  readonly isMain?: boolean;
}

/** Things that happened, in order, along a line. Its children are TimelineItem. */
export function Timeline({ children }: { children: ReactNode }) {
  return <ol className="ml-1 border-l border-outline">{children}</ol>;
}

/** One thing on a timeline. */
export function TimelineItem({ when, children, isMain = false }: TimelineItemProps) {
  return (
    <li className="relative pb-5 pl-5 last:pb-0 sm:grid sm:grid-cols-[6.5rem_1fr] sm:gap-4">
      <span
        aria-hidden="true"
        className={classNames(
          "absolute top-1.5 -left-[4.5px] size-2 rounded-full border border-accent",
          isMain ? "bg-accent" : "bg-paper",
        )}
      />
      <div className="text-sm text-soft">{when}</div>
      <div className="min-w-0">{children}</div>
    </li>
  );
}
