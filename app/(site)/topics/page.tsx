import type { Metadata } from "next";
import { ButtonLink } from "#app/_components/button.tsx";
import { EmptyState } from "#app/_components/empty-state.tsx";
import { PageHeader } from "#app/_components/page-header.tsx";
import { api } from "#app/_trpc/server.ts";
import { may } from "#core/permissions.ts";
import { TopicItem } from "./_components/topic-item.tsx";

export const metadata: Metadata = {
  title: "Topics",
  description: "The stories under watch, each with its timeline of sourced events and its questions.",
};

export default async function TopicsPage() {
  const caller = await api();
  const [topics, viewer] = await Promise.all([caller.topic.list(), caller.user.viewer()]);
  const mayCreate = viewer !== null && may({ kind: "user", ...viewer }, "create_topic");
  const create = (tone: "primary" | "secondary") => (
    <ButtonLink href="/admin/events/topic" tone={tone}>
      New topic
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title="Topics"
        lead="Stories under watch: what happened, by which sources, and what is asked about it."
        {...(mayCreate ? { actions: create("secondary") } : {})}
      />
      {topics.length === 0 ? (
        <EmptyState title="No story is watched yet" {...(mayCreate ? { action: create("primary") } : {})}>
          A topic gathers a story’s events and questions. Moderators open them.
        </EmptyState>
      ) : (
        <ul className="grid gap-x-14 border-t border-ink lg:grid-cols-2">
          {topics.map((topic) => (
            <TopicItem key={topic.id} topic={topic} />
          ))}
        </ul>
      )}
    </>
  );
}
