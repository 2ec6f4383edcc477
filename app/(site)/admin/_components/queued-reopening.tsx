import type { inferRouterOutputs } from "@trpc/server";
import { PageLink } from "#app/_components/page-link.tsx";
import { ReopeningEntry } from "#app/_resolution/reopening-entry.tsx";
import type { AppRouter } from "#server/api/root.ts";
import { DeclineReopeningForm } from "./decline-reopening-form.tsx";

interface Props {
  readonly request: inferRouterOutputs<AppRouter>["resolution"]["reopenings"][number];
  readonly mayDecide: boolean;
}

/** A final answer that somebody, or the engine, asks to look at again. */
export function QueuedReopening({ request, mayDecide }: Props) {
  const { question, outcomeLabel } = request;
  return (
    <li className="space-y-3 py-5">
      <h3 className="font-serif text-lg font-semibold">
        <PageLink href={`/questions/${question.slug}#resolution`} className="title-link">
          {question.title}
        </PageLink>
      </h3>
      <p className="text-sm">The final answer: {outcomeLabel}.</p>
      <ReopeningEntry request={request} />
      {mayDecide ? (
        <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
          <PageLink href={`/questions/${question.slug}#resolution`} className="link text-sm leading-8">
            Propose a new answer
          </PageLink>
          <DeclineReopeningForm requestId={request.id} />
        </div>
      ) : null}
    </li>
  );
}
