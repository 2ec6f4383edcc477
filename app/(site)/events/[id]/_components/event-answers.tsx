import Link from "next/link";
import { dayText } from "#app/_components/instant-text.ts";
import { Section } from "#app/_components/section.tsx";

interface EventAnswersProps {
  readonly answers: readonly {
    readonly question: { readonly slug: string; readonly title: string };
    readonly version: number;
    readonly outcomeLabel: string;
    readonly state: "final" | "proposed" | "past";
    readonly proposedAt: Date;
  }[];
}

const STATES = {
  final: "the answer that stands",
  proposed: "proposed, not yet decided",
  past: "an earlier version of the answer",
} as const;

/** The answers that cite this event as their evidence. */
export function EventAnswers({ answers }: EventAnswersProps) {
  return (
    <Section title="What it decided">
      {answers.length === 0 ? (
        <p className="text-sm text-soft">No answer rests on this event so far.</p>
      ) : (
        <ul className="divide-y divide-hairline border-y border-hairline">
          {answers.map(({ question, version, outcomeLabel, state, proposedAt }) => (
            <li key={`${question.slug} ${version}`} className="flex items-start justify-between gap-4 py-3">
              <div className="min-w-0 space-y-0.5">
                <Link href={`/questions/${question.slug}`} className="title-link block leading-snug font-medium">
                  {question.title}
                </Link>
                <p className="text-sm text-soft">
                  <Link href={`/questions/${question.slug}/resolution`} className="link">
                    Version {version}
                  </Link>
                  , {STATES[state]}, {dayText(proposedAt.getTime())}
                </p>
              </div>
              <p className="max-w-1/2 shrink-0 text-right text-lg font-semibold">{outcomeLabel}</p>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
