import { DefinitionList } from "#app/_components/definition-list.tsx";
import { Instant } from "#app/_components/instant.tsx";
import { numberText } from "#app/_components/number-text.ts";
import type { QuestionView } from "#app/_questions/question-view.ts";
import { countText } from "#core/text/count-text.ts";
import { zoneOf } from "./question-queries.ts";

/** Every date of the question, in the zone in which its rule is stated. */
export function QuestionDates({ question }: { question: QuestionView }) {
  const zone = zoneOf(question);
  const at = (date: Date) => <Instant at={date.getTime()} zone={zone} form="absolute" />;
  const items = [
    { term: "Opened", value: at(question.opensAt) },
    { term: "Forecasts close", value: at(question.closesAt) },
    { term: "Window ends", value: at(question.deadlineAt) },
    ...(question.revealAt ? [{ term: "Crowd shown from", value: at(question.revealAt) }] : []),
    ...(question.answer ? [{ term: "Answer became true", value: at(question.answer.effectiveAt) }] : []),
    ...(question.answer ? [{ term: "Publicly known", value: at(question.answer.knownAt) }] : []),
    {
      term: "Forecasts",
      value:
        question.forecasts === 0
          ? "none yet"
          : `${numberText(question.forecasts)} by ${countText(question.forecasters, "person", "people")}`,
    },
    { term: "Asked by", value: question.createdBy },
  ];
  return <DefinitionList items={items} />;
}
