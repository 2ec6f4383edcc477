import type { ReactNode } from "react";
import { ChangePoints } from "#app/_components/change-points.tsx";
import { percentText } from "#app/_components/percent-text.ts";
import { crowdAnswers, likeliest } from "./crowd-answers.ts";
import type { QuestionBriefView } from "./question-view.ts";
import { quantileText, rangedOf } from "./range-text.ts";

/** The number at the right of a question in a list: its answer, or how likely the crowd thinks one, and since when it moved. */
export function CrowdFigure({ question }: { question: QuestionBriefView }) {
  const { answer, crowd } = question;
  if (answer) {
    const tone = answer.outcome === "yes" ? "text-yes" : answer.outcome === "no" ? "text-no" : "";
    return <Figure value={<span className={tone}>{answer.label}</span>} isWords />;
  }
  if (crowd.isHidden) return <Figure value="Hidden" note="for now" isWords />;
  const ranged = rangedOf(question);
  if (ranged && crowd.now) {
    return <Figure value={quantileText(ranged, crowd.now.probabilities, 0.5)} note={ranged.range.unit} isWords />;
  }
  const top = likeliest(crowdAnswers(question));
  if (!top) return <Figure value="–" note="no forecasts" />;
  return (
    <Figure
      value={percentText(top.probability)}
      note={
        question.options.length > 0 ? (
          <span className="line-clamp-2">{top.label}</span>
        ) : top.change === null ? undefined : (
          <ChangePoints change={top.change} />
        )
      }
    />
  );
}

function Figure({ value, note, isWords = false }: { value: ReactNode; note?: ReactNode; isWords?: boolean }) {
  return (
    <span className="block max-w-28 min-w-16 sm:w-32 sm:max-w-none">
      <span className={isWords ? "line-clamp-3 text-base leading-snug" : "block text-xl leading-7 tracking-tight"}>
        {value}
      </span>
      {note === undefined ? null : <span className="block text-xs font-normal text-soft">{note}</span>}
    </span>
  );
}
