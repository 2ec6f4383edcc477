import { EmptyState } from "#app/_components/empty-state.tsx";
import { Instant } from "#app/_components/instant.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import type { SuggestionView } from "#app/_questions/question-view.ts";

interface Props {
  readonly suggestions: readonly SuggestionView[];
  readonly now: number;
}

/** What somebody suggested, and what became of each. */
export function OwnSuggestions({ suggestions, now }: Props) {
  if (suggestions.length === 0) {
    return <EmptyState title="None yet">What you suggest appears here, with the answer to it.</EmptyState>;
  }
  return (
    <ul className="max-w-column divide-y divide-hairline border-y border-hairline">
      {suggestions.map((suggestion) => (
        <li key={suggestion.id} className="space-y-1 py-4">
          <p className="font-serif text-[1.0625rem] leading-snug font-semibold">{suggestion.title}</p>
          <p className="text-sm text-soft">
            {suggestion.topic ? `${suggestion.topic.title} · ` : ""}suggested{" "}
            <Instant at={suggestion.suggestedAt.getTime()} now={now} form="relative" />
          </p>
          <Answer answer={suggestion.answer} />
        </li>
      ))}
    </ul>
  );
}

function Answer({ answer }: { answer: SuggestionView["answer"] }) {
  if (!answer) return <p className="text-sm text-pending">Waits for a moderator.</p>;
  if (!answer.isTakenUp) return <p className="max-w-measure text-sm">Declined: {answer.reason}</p>;
  return (
    <p className="text-sm text-success">
      Taken up{answer.slug ? ": " : ", and being drafted."}
      {answer.slug ? (
        <PageLink href={`/questions/${answer.slug}`} className="link">
          see the question
        </PageLink>
      ) : null}
    </p>
  );
}
