import { classNames } from "./class-names.ts";
import { pointsText } from "./percent-text.ts";

/** How far a probability moved, in points, with a sign and an arrow. Neither direction is good or bad, so neither is coloured. */
export function ChangePoints({ change, since, className }: { change: number; since?: string; className?: string }) {
  const text = pointsText(change);
  const arrow = text === "0" ? "" : change > 0 ? "▲ " : "▼ ";
  return (
    <span className={classNames("whitespace-nowrap", className)}>
      <span aria-hidden="true">{arrow}</span>
      {text === "0" ? "no change" : `${text} points`}
      {since === undefined ? null : ` ${since}`}
    </span>
  );
}
