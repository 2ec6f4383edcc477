import { classNames } from "#app/_components/class-names.ts";
import { Instant } from "#app/_components/instant.tsx";
import { OlderLink } from "#app/_components/older-link.tsx";
import { part } from "#app/_components/part.tsx";
import { percentText } from "#app/_components/percent-text.ts";
import { Prose } from "#app/_components/prose.tsx";
import { UserName } from "#app/_components/user-name.tsx";
import { VisuallyHidden } from "#app/_components/visually-hidden.tsx";
import type { QuestionForecastView } from "#app/_forecasts/forecast-view.ts";
import type { QuestionView } from "#app/_questions/question-view.ts";
import { cdfInFull, rangedOf } from "#app/_questions/range-text.ts";
import { ProofLink } from "#app/_seals/proof-link.tsx";
import { api } from "#app/_trpc/server.ts";

interface Props {
  readonly question: QuestionView;
  readonly tab: "rationales" | "forecasts";
  readonly cursor: string | undefined;
}

/** Everybody's forecasts on the question, newest first, with the reasons that were given. */
export const ForecastHistory = part(async ({ question, tab, cursor }: Props) => {
  const asked = { questionId: question.id, onlyReasoned: tab === "rationales", ...(cursor ? { cursor } : {}) };
  const { items, nextCursor, isHidden } = await (await api()).forecast.ofQuestion(asked);
  if (items.length === 0) return <p className="text-soft">{emptyText(tab, isHidden)}</p>;
  return (
    <>
      {isHidden ? <p className="mb-3 text-sm text-soft">Until the crowd is revealed you see only your own.</p> : null}
      {question.options.length > 0 ? (
        <p className="mb-3 text-right text-sm text-soft">{question.options.map(({ label }) => label).join(" · ")}</p>
      ) : null}
      <ol className="divide-y divide-hairline border-y border-hairline">
        {items.map((forecast) => (
          <ForecastRow key={forecast.id} forecast={forecast} question={question} />
        ))}
      </ol>
      <OlderLink
        href={nextCursor ? `/questions/${question.slug}?tab=${tab}&cursor=${nextCursor}#activity` : undefined}
      />
    </>
  );
});

function ForecastRow({ forecast, question }: { forecast: QuestionForecastView; question: QuestionView }) {
  const { name, isBot, isSimulated, madeAt, rationale } = forecast;
  const notes = [
    forecast.stands ? "" : forecast.isWithdrawn ? "withdrawn" : "replaced",
    forecast.isLate ? "made too late to earn a score" : "",
    forecast.isImported && !isSimulated ? "imported" : "",
  ].filter(Boolean);
  return (
    <li className="py-3">
      <div className={classNames("flex items-start justify-between gap-x-4", question.range && "flex-wrap")}>
        <p className="min-w-0 text-sm">
          <UserName name={name} href={`/users/${encodeURIComponent(name)}`} isBot={isBot} isSimulated={isSimulated} />
          <span className="text-soft">
            {" · "}
            <Instant at={madeAt.getTime()} now={question.askedAt.getTime()} form="relative" />
            {notes.length > 0 ? ` · ${notes.join(", ")}` : ""}
            {" · "}
            <ProofLink kind="forecast" recordId={forecast.id}>
              Proof
            </ProofLink>
          </span>
        </p>
        <Stated forecast={forecast} question={question} />
      </div>
      {rationale ? (
        <div className="mt-1.5 text-sm">
          <Prose markdown={rationale} />
        </div>
      ) : null}
    </li>
  );
}

/** Options are told in their order, which stands above the list: names in every row would hide the numbers. */
function Stated({ forecast, question }: { forecast: QuestionForecastView; question: QuestionView }) {
  const labels = question.options.map(({ label }) => label);
  const ranged = rangedOf(question);
  if (ranged) {
    return (
      <p
        className={classNames("max-w-1/2 shrink-0 text-right text-sm", forecast.stands ? "font-semibold" : "text-soft")}
      >
        {cdfInFull(ranged, forecast.probabilities)}
      </p>
    );
  }
  return (
    <p className={classNames("max-w-1/2 shrink-0 text-right text-sm", forecast.stands ? "font-semibold" : "text-soft")}>
      {forecast.probabilities.map((probability, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: options keep their places for good.
        <span key={place}>
          {place > 0 ? " · " : ""}
          {labels[place] ? <VisuallyHidden>{labels[place]} </VisuallyHidden> : null}
          {percentText(probability)}
        </span>
      ))}
    </p>
  );
}

function emptyText(tab: Props["tab"], isHidden: boolean): string {
  if (isHidden) return "The forecasts of others are shown together with the crowd.";
  return tab === "rationales"
    ? "Nobody has given reasons yet. Reasons that people add to their forecasts are shown here."
    : "Nobody has forecast yet.";
}
