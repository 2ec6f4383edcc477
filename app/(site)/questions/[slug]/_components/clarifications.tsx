import { ButtonLink } from "#app/_components/button.tsx";
import { Instant } from "#app/_components/instant.tsx";
import type { QuestionView, RecordView } from "#app/_questions/question-view.ts";
import { ClarifyForm } from "./clarify-form.tsx";

interface Props {
  readonly question: QuestionView;
  readonly record: RecordView;
}

/** Dated lines on how the criteria are read; below them, for moderators, the ways to say more or to change the rule. */
export function Clarifications({ question, record }: Props) {
  const { clarifications, mayChangeCriteria, ownInterest } = record;
  const isOpenToChange = mayChangeCriteria && ["scheduled", "open", "closed"].includes(question.status);
  return (
    <>
      {clarifications.length > 0 ? (
        <div className="mt-5">
          <h3 className="mb-1 text-sm font-semibold">Clarified since</h3>
          <ul className="space-y-2">
            {clarifications.map(({ text, writtenBy, writtenAt }) => (
              <li key={`${writtenAt.getTime()} ${text}`} className="max-w-measure border-l-2 border-hairline pl-3">
                <p className="whitespace-pre-line">{text}</p>
                <p className="text-sm text-soft">
                  {writtenBy} · <Instant at={writtenAt.getTime()} now={question.askedAt.getTime()} />
                </p>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {ownInterest ? (
        <p className="mt-5 max-w-measure text-sm text-soft">
          You are {ownInterest}, so another moderator or admin changes or clarifies its rule.
        </p>
      ) : null}
      {isOpenToChange ? (
        <div className="mt-5 flex flex-wrap items-start gap-2">
          <ClarifyForm questionId={question.id} />
          {question.criteria[0]?.rule ? (
            <ButtonLink size="small" tone="secondary" href={`/questions/${question.slug}/criteria`}>
              Change the rule
            </ButtonLink>
          ) : null}
        </div>
      ) : null}
    </>
  );
}
