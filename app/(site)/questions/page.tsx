import type { Metadata } from "next";
import { Suspense } from "react";
import type { AddressQuery } from "#app/_address/address-params.ts";
import { ButtonLink } from "#app/_components/button.tsx";
import { PageHeader } from "#app/_components/page-header.tsx";
import { PageSkeleton } from "#app/_components/page-skeleton.tsx";
import { TabLinks } from "#app/_components/tab-links.tsx";
import { api } from "#app/_trpc/server.ts";
import { may } from "#core/permissions.ts";
import { ListFilter } from "./_components/list-filter.tsx";
import { listHref, listParams, STATUSES } from "./_components/list-params.ts";
import { QuestionList } from "./_components/question-list.tsx";

export const metadata: Metadata = {
  title: "Questions",
  description: "Questions about the world, how likely the crowd thinks each answer, and the rule that decides them.",
};

interface Props {
  readonly searchParams: Promise<AddressQuery>;
}

export default async function QuestionsPage({ searchParams }: Props) {
  const params = listParams(await searchParams);
  const caller = await api();
  const [topics, viewer] = await Promise.all([caller.topic.list(), caller.user.viewer()]);
  const mayDraft = viewer !== null && may({ kind: "user", ...viewer }, "draft_question");
  return (
    <>
      <PageHeader
        title="Questions"
        lead="Each is decided by a rule over the event log, not by whoever asked it."
        actions={
          <ButtonLink href={mayDraft ? "/questions/new" : "/questions/suggest"} tone="secondary">
            {mayDraft ? "New question" : "Suggest a question"}
          </ButtonLink>
        }
      />
      <TabLinks
        label="By where they stand"
        tabs={STATUSES.map(({ value, label }) => ({
          label,
          href: listHref({ ...params, status: value, sort: undefined, cursor: undefined }),
          isCurrent: params.status === value,
        }))}
      />
      <ListFilter params={params} topics={topics} />
      <Suspense key={listHref(params)} fallback={<PageSkeleton />}>
        <QuestionList params={params} />
      </Suspense>
    </>
  );
}
