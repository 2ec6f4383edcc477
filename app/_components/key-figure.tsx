import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

interface KeyFigureProps {
  readonly label: ReactNode;
  /** The number, already in words: "43%", "+12.4". */
  readonly value: ReactNode;
  /** What it is measured by or compared with: "+4 points in a week", "of 120". */
  readonly note?: ReactNode;
  readonly size?: "large" | "small";
}

/** A number that matters, with what it is and what it is compared with. Put several into KeyFigures. */
export function KeyFigure({ label, value, note, size = "large" }: KeyFigureProps) {
  return (
    <div className="min-w-0">
      <dt className="text-xs font-medium text-soft">{label}</dt>
      <dd className={classNames("font-semibold tracking-tight", size === "large" ? "text-2xl" : "text-lg")}>{value}</dd>
      {note === undefined ? null : <dd className="text-xs text-soft">{note}</dd>}
    </div>
  );
}

/** A row of key figures that wraps. */
export function KeyFigures({ children }: { children: ReactNode }) {
  return <dl className="flex flex-wrap gap-x-6 gap-y-5 sm:gap-x-10">{children}</dl>;
}
