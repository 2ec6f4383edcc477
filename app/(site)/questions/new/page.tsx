import type { Metadata } from "next";
import { ButtonLink } from "#app/_components/button.tsx";
import { EmptyState } from "#app/_components/empty-state.tsx";
import { Notice } from "#app/_components/notice.tsx";
import { PageHeader } from "#app/_components/page-header.tsx";
import { forPermitted } from "#app/_trpc/for-permitted.ts";
import { orNotFound } from "#app/_trpc/or-not-found.ts";
import { api } from "#app/_trpc/server.ts";
import { choicesOf } from "./_components/choices-of.ts";
import { DraftForm } from "./_components/draft-form.tsx";

export const metadata: Metadata = { title: "New question" };

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function NewQuestionPage({ searchParams }: Props) {
  const { draft: slug, topic: topicSlug } = await searchParams;
  if (!(await forPermitted("draft_question", "/questions/new"))) {
    return <Notice title="For moderators and admins">Your role does not include drafting questions.</Notice>;
  }
  const caller = await api();
  const [topics, actors] = await Promise.all([caller.topic.list(), caller.event.actors()]);
  const draft = typeof slug === "string" ? await orNotFound(caller.question.draftToRevise({ slug })) : null;
  const topic = topics.find((one) => one.slug === topicSlug) ?? (topics.length === 1 ? topics[0] : undefined);
  return (
    <>
      <PageHeader
        title={draft ? "Change a draft" : "New question"}
        lead="The words ask; the rule decides. Beside the form stands what the rule says, and what it would have said of the log to date."
      />
      {topics.length === 0 ? (
        <EmptyState
          title="There is no topic yet"
          action={<ButtonLink href="/admin/events/topics/new">New topic</ButtonLink>}
        >
          A question is decided by the log of a topic, so a topic comes first.
        </EmptyState>
      ) : (
        <DraftForm
          draft={draft}
          topicId={topic?.id ?? ""}
          topics={topics.map(({ id, title }) => ({ id, title }))}
          choices={choicesOf(actors)}
          zones={["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")]}
          now={Date.now()}
        />
      )}
    </>
  );
}
