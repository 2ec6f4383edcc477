import type { Metadata } from "next";
import { PageHeader } from "#app/_components/page-header.tsx";
import { forPermitted } from "#app/_trpc/for-permitted.ts";
import { DeskLinks } from "#app/(site)/admin/events/_components/desk/desk-links.tsx";
import { TopicForm } from "./_components/topic-form.tsx";

export const metadata: Metadata = { title: "Open a topic" };

export default async function OpenTopicPage() {
  await forPermitted("create_topic");
  return (
    <div className="max-w-column">
      <PageHeader title="Open a topic" lead="A story to watch: its events and questions gather here." />
      <DeskLinks current="/admin/events/topic" />
      <TopicForm />
    </div>
  );
}
