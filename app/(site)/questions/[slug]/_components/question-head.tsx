import { Breadcrumbs } from "#app/_components/breadcrumbs.tsx";
import { Instant } from "#app/_components/instant.tsx";
import { FictionalBadge } from "#app/_events/fictional-badge.tsx";
import { QuestionStatusBadge } from "#app/_questions/question-status-badge.tsx";
import type { QuestionView } from "#app/_questions/question-view.ts";
import { zoneOf } from "./question-queries.ts";

/** Where the question stands, its key dates, and its title. */
export function QuestionHead({ question }: { question: QuestionView }) {
  const { topic, status, answer } = question;
  const label = answer && { label: answer.outcomeLabel, outcome: answer.outcome };
  const crumbs = topic
    ? [
        { label: "Topics", href: "/topics" },
        { label: topic.title, href: `/topics/${topic.slug}` },
      ]
    : [{ label: "Questions", href: "/questions" }];
  return (
    <header className="space-y-3">
      <Breadcrumbs crumbs={crumbs} />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 text-sm">
        <QuestionStatusBadge status={status} answer={label} />
        {topic?.isFictional ? <FictionalBadge isShort /> : null}
        <KeyDate question={question} />
      </div>
      <h1 className="max-w-column font-serif text-xl leading-tight font-semibold tracking-[-0.01em] sm:text-2xl">
        {question.title}
      </h1>
    </header>
  );
}

/** The date that matters now: what comes next, or what came last. */
function KeyDate({ question }: { question: QuestionView }) {
  const { status, answer, pending, askedAt } = question;
  const zone = zoneOf(question);
  const told = (words: string, at: Date) => (
    <span>
      {words} <Instant at={at.getTime()} now={askedAt.getTime()} zone={zone} />
    </span>
  );
  if (answer) return told("Publicly known", answer.knownAt);
  if (status === "scheduled") return told("Opens", question.opensAt);
  if (pending && pending.challengeUntil > askedAt) return told("May be challenged until", pending.challengeUntil);
  return told(question.closesAt > askedAt ? "Closes" : "Closed", question.closesAt);
}
