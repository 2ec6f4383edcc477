import type { inferRouterOutputs } from "@trpc/server";
import { PageLink } from "#app/_components/page-link.tsx";
import { ApprovalPreview } from "#app/_resolution/approval-preview.tsx";
import { DecideForm } from "#app/_resolution/decide-form.tsx";
import { DeclaredList } from "#app/_resolution/declared-list.tsx";
import { ResolutionVersion } from "#app/_resolution/resolution-version.tsx";
import { TraceTree } from "#app/_resolution/trace-tree.tsx";
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

/** One proposal: the criteria, condition by condition, beside the evidence; what approval does; the decision. */
export function QueuedResolution({ item, mayDecide, now }: Props) {
  const { question } = item;
  return (
    <li className="grid gap-6 py-6 lg:grid-cols-2">
      <div className="space-y-4">
        <p className="text-sm font-medium text-pending">{due(item, now)}</p>
        <h3 className="font-serif text-lg font-semibold">
          <PageLink href={`/questions/${question.slug}`} className="title-link">
            {question.title}
          </PageLink>
        </h3>
        {question.sentence ? <p className="max-w-measure text-sm">{question.sentence}</p> : null}
        {item.trace ? <TraceTree trace={item.trace} /> : null}
        <DeclaredList declared={item.declared} />
        <ApprovalPreview preview={item.preview} />
        {mayDecide ? (
          <DecideForm resolutionId={item.id} isChallenged={item.challenges.length > 0} whyNot={item.whyNotDecide} />
        ) : (
          <p className="text-sm text-soft">An admin decides.</p>
        )}
        <PageLink href={`/questions/${question.slug}#resolution`} className="link text-sm">
          Amend or challenge it on its page
        </PageLink>
      </div>
      <ResolutionVersion
        version={{ ...item, trace: null }}
        counterEvidence={item.counterEvidence}
        coverage={item.coverage}
      />
    </li>
  );
}
