import type { inferRouterOutputs } from "@trpc/server";
import Link from "next/link";
import { DecideForm } from "#app/_resolution/decide-form.tsx";
import { ResolutionVersion } from "#app/_resolution/resolution-version.tsx";
import { relativeTime } from "#core/time/relative-time.ts";
import type { AppRouter } from "#server/api/root.ts";

interface Props {
  readonly item: inferRouterOutputs<AppRouter>["resolution"]["queue"][number];
  readonly mayDecide: boolean;
  readonly now: Date;
}

function due({ challengeUntil, challenges }: Props["item"], now: Date): string {
  if (challenges.length > 0) return "Challenged: the note must answer it";
  const when = relativeTime(challengeUntil.getTime(), now.getTime());
  return challengeUntil <= now ? "May be decided now" : `May be challenged until ${when}`;
}

/** One proposal: the criteria on the left, the evidence on the right, the decision below. */
export function QueuedResolution({ item, mayDecide, now }: Props) {
  const { question } = item;
  return (
    <li className="grid gap-6 py-6 lg:grid-cols-2">
      <div className="space-y-3">
        <p className="text-sm font-medium text-pending">{due(item, now)}</p>
        <h2 className="font-serif text-lg font-semibold">
          <Link href={`/questions/${question.slug}`} className="hover:text-accent">
            {question.title}
          </Link>
        </h2>
        {question.sentence ? <p className="max-w-measure text-sm">{question.sentence}</p> : null}
        <p className="text-sm text-soft">
          {question.forecasts === 1 ? "1 forecast" : `${question.forecasts} forecasts`} will be scored on approval.
        </p>
        {mayDecide ? (
          <DecideForm resolutionId={item.id} isChallenged={item.challenges.length > 0} />
        ) : (
          <p className="text-sm text-soft">An admin decides.</p>
        )}
      </div>
      <ResolutionVersion version={item} />
    </li>
  );
}
