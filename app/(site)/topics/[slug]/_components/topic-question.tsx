import Link from "next/link";
import { ChangePoints } from "#app/_components/change-points.tsx";
import { dayText } from "#app/_components/instant-text.ts";
import { percentText } from "#app/_components/percent-text.ts";
import { relativeText } from "#app/_components/relative-text.ts";

interface CrowdPoint {
  readonly probabilities: readonly number[];
  readonly forecasters: number;
}
interface TopicQuestionProps {
  readonly question: {
    readonly slug: string;
    readonly title: string;
    readonly type: string;
    readonly options: readonly { readonly label: string }[];
    readonly closesAt: Date;
    readonly crowd: {
      readonly isHidden: boolean;
      readonly now: CrowdPoint | null;
      readonly weekAgo: CrowdPoint | null;
    };
    readonly answer: { readonly label: string; readonly finalAt: Date } | null;
  };
  readonly now: number;
}

/** A question of the topic in a narrow column: its title, when it closes, and the number that matters. */
export function TopicQuestion({ question, now }: TopicQuestionProps) {
  const { crowd, answer } = question;
  const standing = crowd.now && crowd.now.forecasters > 0 ? crowd.now.probabilities : [];
  const leading = standing.indexOf(Math.max(...standing));
  const probability = standing[question.type === "binary" ? 0 : leading];
  const before = question.type === "binary" && crowd.weekAgo?.forecasters ? crowd.weekAgo.probabilities[0] : undefined;
  const isClosed = question.closesAt.getTime() <= now;
  return (
    <li className="flex items-start justify-between gap-4 py-3">
      <div className="min-w-0 space-y-0.5">
        <Link href={`/questions/${question.slug}`} className="title-link block leading-snug font-medium">
          {question.title}
        </Link>
        <p className="text-xs text-soft">
          {answer
            ? `Answered ${dayText(answer.finalAt.getTime())}`
            : `${isClosed ? "Closed" : "Closes"} ${relativeText(question.closesAt.getTime(), now)}`}
          {question.type !== "binary" && probability !== undefined && !answer
            ? ` · leading: ${question.options[leading]?.label ?? ""}`
            : null}
        </p>
      </div>
      <div className="shrink-0 text-right">
        <p className="text-lg leading-tight font-semibold">
          {answer?.label ?? (probability === undefined ? "–" : percentText(probability))}
        </p>
        {answer === null && before !== undefined && probability !== undefined ? (
          <ChangePoints change={probability - before} className="text-xs text-soft" />
        ) : null}
        {crowd.isHidden && !answer ? <p className="text-xs text-soft">crowd hidden</p> : null}
      </div>
    </li>
  );
}
