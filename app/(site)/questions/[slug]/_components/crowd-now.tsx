import { ChangePoints } from "#app/_components/change-points.tsx";
import { Instant } from "#app/_components/instant.tsx";
import { KeyFigure, KeyFigures } from "#app/_components/key-figure.tsx";
import { percentText } from "#app/_components/percent-text.ts";
import { type CrowdAnswer, crowdAnswers } from "#app/_questions/crowd-answers.ts";
import type { QuestionView } from "#app/_questions/question-view.ts";
import { locationText, quantileText, type Ranged, rangedOf } from "#app/_questions/range-text.ts";
import { countText } from "#core/text/count-text.ts";
import { OptionBars } from "./option-bars.tsx";

/** How likely the crowd thinks each answer, and how far that moved in a week. */
export function CrowdNow({ question }: { question: QuestionView }) {
  const answers = crowdAnswers(question);
  const [first] = answers;
  if (question.crowd.isHidden) return <HiddenCrowd question={question} />;
  const ranged = rangedOf(question);
  if (ranged && question.crowd.now)
    return <RangeCrowd question={question} ranged={ranged} crowd={question.crowd.now} />;
  if (!first) return <p className="text-soft">{emptyText(question)}</p>;
  if (question.options.length > 0) return <OptionBars answers={answers} answer={question.answer?.outcome ?? null} />;
  return <BinaryCrowd question={question} crowd={first} />;
}

function BinaryCrowd({ question, crowd }: { question: QuestionView; crowd: CrowdAnswer }) {
  const people = question.crowd.now?.forecasters ?? 0;
  const range = `${percentText(crowd.lower)}–${percentText(crowd.upper)}`;
  const isOver = question.closesAt <= question.askedAt || question.answer !== null;
  return (
    <KeyFigures>
      {question.answer ? <KeyFigure label="Answer" value={<AnswerWords answer={question.answer} />} /> : null}
      <KeyFigure
        label={isOver ? "Crowd at the end: Yes" : "Crowd now: Yes"}
        value={percentText(crowd.probability)}
        note={
          crowd.change === null ? undefined : (
            <ChangePoints change={crowd.change} since={isOver ? "in the last 7 days" : "in 7 days"} />
          )
        }
      />
      <KeyFigure label="Middle half" value={range} note={`of ${countText(people, "forecaster")}`} size="small" />
    </KeyFigures>
  );
}

interface RangeProps {
  readonly question: QuestionView;
  readonly ranged: Ranged;
  readonly crowd: NonNullable<QuestionView["crowd"]["now"]>;
}

/** The crowd's median and middle half, and what it holds to lie beyond the range. */
function RangeCrowd({ question, ranged, crowd }: RangeProps) {
  const { probabilities, forecasters } = crowd;
  const { openLower, openUpper, unit } = ranged.range;
  const isOver = question.closesAt <= question.askedAt || question.answer !== null;
  const spread = [0.25, 0.75].map((quantile) => quantileText(ranged, probabilities, quantile)).join("–");
  const beyond = [
    openLower ? `${percentText(probabilities[0] ?? 0)} below ${locationText(ranged, 0)}` : "",
    openUpper ? `${percentText(1 - (probabilities.at(-1) ?? 1))} above ${locationText(ranged, 1)}` : "",
  ].filter(Boolean);
  return (
    <KeyFigures>
      {question.answer ? <KeyFigure label="Answer" value={<AnswerWords answer={question.answer} />} /> : null}
      <KeyFigure
        label={isOver ? "Crowd at the end: median" : "Crowd now: median"}
        value={quantileText(ranged, probabilities, 0.5)}
        note={[unit, ...beyond].filter(Boolean).join(" · ")}
      />
      <KeyFigure label="Middle half" value={spread} note={`of ${countText(forecasters, "forecaster")}`} size="small" />
    </KeyFigures>
  );
}

function AnswerWords({ answer }: { answer: NonNullable<QuestionView["answer"]> }) {
  const tone = answer.outcome === "yes" ? "text-yes" : answer.outcome === "no" ? "text-no" : "text-void";
  return <span className={tone}>{answer.outcomeLabel}</span>;
}

function HiddenCrowd({ question }: { question: QuestionView }) {
  return (
    <p className="max-w-measure">
      The crowd is hidden, so that everybody judges for themselves.
      {question.revealAt ? (
        <>
          {" "}
          It will be shown <Instant at={question.revealAt.getTime()} now={question.askedAt.getTime()} />.
        </>
      ) : null}{" "}
      <span className="text-soft">
        {question.forecasters === 0
          ? "Nobody has forecast yet."
          : `${countText(question.forecasters, "person has", "people have")} forecast so far.`}
      </span>
    </p>
  );
}

function emptyText({ status, takesForecasts }: QuestionView): string {
  if (takesForecasts) return "Nobody has forecast yet. The first forecast makes the crowd.";
  return status === "scheduled" ? "Forecasts are taken once it opens." : "There is no active forecast here.";
}
