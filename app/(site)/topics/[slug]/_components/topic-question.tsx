import Link from "next/link";
import { ChangePoints } from "#app/_components/change-points.tsx";
import { Instant } from "#app/_components/instant.tsx";
import { percentText } from "#app/_components/percent-text.ts";
import { crowdAnswers, likeliest } from "#app/_questions/crowd-answers.ts";
import { crowdWords } from "#app/_questions/crowd-words.ts";
import type { QuestionBriefView } from "#app/_questions/question-view.ts";

/** A question of the topic in a narrow column: its title, what comes next, and the number that matters. */
export function TopicQuestion({ question, now }: { question: QuestionBriefView; now: number }) {
  const { answer, crowd, status, closesAt, slug, title, options } = question;
  const top = answer ? undefined : likeliest(crowdAnswers(question));
  const median = question.range ? crowdWords(question) : null;
  const closing = closesAt.getTime();
  return (
    <li className="flex items-start justify-between gap-4 py-3">
      <div className="min-w-0 space-y-0.5">
        <Link href={`/questions/${slug}`} className="title-link block leading-snug font-medium">
          {title}
        </Link>
        <p className="text-xs text-soft">
          {answer ? "Answered " : closing > now ? "Closes " : "Closed "}
          <Instant at={answer ? answer.finalAt.getTime() : closing} now={now} form="relative" />
          {status === "proposed" || status === "challenged" ? ` · answer ${status}` : null}
        </p>
      </div>
      <div className="w-20 shrink-0 text-right">
        <p className="text-lg leading-tight font-semibold">
          {answer?.label ?? (crowd.isHidden ? "Hidden" : (median ?? (top ? percentText(top.probability) : "–")))}
        </p>
        {top && options.length > 0 ? <p className="line-clamp-2 text-xs text-soft">{top.label}</p> : null}
        {top && options.length === 0 && top.change !== null ? (
          <ChangePoints change={top.change} className="text-xs text-soft" />
        ) : null}
      </div>
    </li>
  );
}
