import { ButtonLink } from "#app/_components/button.tsx";
import { Instant } from "#app/_components/instant.tsx";
import type { SuggestionView } from "#app/_questions/question-view.ts";
import { DeclineForm } from "./decline-form.tsx";

interface Props {
  readonly suggestions: readonly SuggestionView[];
  readonly now: number;
}

/** Questions that readers suggest, the longest-waiting first, each to be taken up or declined. */
export function SuggestionList({ suggestions, now }: Props) {
  if (suggestions.length === 0) return <p className="text-soft">No suggestions are waiting.</p>;
  return (
    <ul className="divide-y divide-hairline border-y border-hairline">
      {suggestions.map((suggestion) => (
        <SuggestionItem key={suggestion.id} suggestion={suggestion} now={now} />
      ))}
    </ul>
  );
}

function SuggestionItem({ suggestion, now }: { suggestion: SuggestionView; now: number }) {
  const { id, title, why, roughCriteria, sentence, topic, suggestedBy, suggestedAt } = suggestion;
  return (
    <li className="space-y-3 py-5">
      <div className="space-y-1">
        <h3 className="font-serif text-[1.0625rem] leading-snug font-semibold">{title}</h3>
        <p className="text-sm text-soft">
          {topic ? `${topic.title} · ` : "No topic yet · "}suggested by {suggestedBy}{" "}
          <Instant at={suggestedAt.getTime()} now={now} form="relative" />
        </p>
      </div>
      <p className="max-w-measure text-sm whitespace-pre-line">{why}</p>
      {roughCriteria ? (
        <p className="max-w-measure text-sm whitespace-pre-line">
          <span className="text-soft">What would decide it: </span>
          {roughCriteria}
        </p>
      ) : null}
      {sentence ? (
        <p className="max-w-measure text-sm">
          <span className="text-soft">Their rule: </span>
          {sentence}
        </p>
      ) : null}
      <div className="flex flex-wrap items-start gap-2">
        <ButtonLink size="small" href={`/questions/new?suggestion=${id}`}>
          Make a draft of it
        </ButtonLink>
        <DeclineForm suggestionId={id} />
      </div>
    </li>
  );
}
