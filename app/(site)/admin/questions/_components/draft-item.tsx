import type { inferRouterOutputs } from "@trpc/server";
import { Instant } from "#app/_components/instant.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import type { AppRouter } from "#server/api/root.ts";
import { ReviewActions } from "./review-actions.tsx";

interface Props {
  readonly draft: inferRouterOutputs<AppRouter>["question"]["drafts"][number];
  readonly now: number;
}

const KINDS: Readonly<Record<string, string>> = {
  binary: "Yes or no",
  multiple_choice: "One of several answers",
  numeric: "A number",
  date: "A date",
};

/** One question that is not public yet: its words, its rule, and what may be done with it. */
export function DraftItem({ draft, now }: Props) {
  const { slug, submittedAt, isOwn } = draft;
  return (
    <li className="space-y-3 py-5">
      <div className="space-y-1">
        <h3 className="font-serif text-[1.0625rem] leading-snug font-semibold">
          <PageLink href={`/questions/${slug}`} className="title-link">
            {draft.title}
          </PageLink>
        </h3>
        <p className="text-sm text-soft">
          {draft.topic ? `${draft.topic.title} · ` : ""}
          {KINDS[draft.type]} · by {draft.createdBy} · {submittedAt ? "handed in " : "begun "}
          <Instant at={(submittedAt ?? draft.createdAt).getTime()} now={now} form="relative" />
          {draft.criteriaVersion > 1 ? ` · version ${draft.criteriaVersion} of its rule` : ""}
        </p>
      </div>
      <p className="max-w-measure text-sm">{draft.sentence}</p>
      <p className="text-sm text-soft">
        Forecasts close <Instant at={draft.closesAt.getTime()} now={now} />
      </p>
      {isOwn && draft.status === "review" ? (
        <p className="text-sm text-soft">You drafted it or revised it: another moderator or an admin publishes it.</p>
      ) : null}
      <ReviewActions questionId={draft.id} slug={slug} isUnderReview={draft.status === "review"} />
    </li>
  );
}
