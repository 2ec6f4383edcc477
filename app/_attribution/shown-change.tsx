import { ChangePoints } from "#app/_components/change-points.tsx";
import { classNames } from "#app/_components/class-names.ts";
import type { QuestionRange } from "#core/question/question-range.ts";
import { medianStepText } from "./shown-value-text.ts";

interface Props {
  readonly question: { readonly type: string; readonly range: QuestionRange | null };
  readonly from: number;
  readonly to: number;
  readonly className?: string;
}

/** How far the crowd moved: in points, or how much its median did, with an arrow. */
export function ShownChange({ question: { type, range }, from, to, className }: Props) {
  if (!range) return <ChangePoints change={to - from} {...(className ? { className } : {})} />;
  return (
    <span className={classNames("whitespace-nowrap", className)}>
      {from === to ? null : <span aria-hidden="true">{to > from ? "▲ " : "▼ "}</span>}
      {from === to
        ? "no change"
        : `${medianStepText({ type, range }, from, to)} ${type === "date" ? (to > from ? "later" : "earlier") : to > from ? "more" : "less"}`}
    </span>
  );
}
