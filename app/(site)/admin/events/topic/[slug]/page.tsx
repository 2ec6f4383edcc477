import type { Metadata } from "next";
import { Breadcrumbs } from "#app/_components/breadcrumbs.tsx";
import { PageHeader } from "#app/_components/page-header.tsx";
import { forPermitted } from "#app/_trpc/for-permitted.ts";
import { orNotFound } from "#app/_trpc/or-not-found.ts";
import { api } from "#app/_trpc/server.ts";
import { TopicForm } from "../_components/topic-form.tsx";

export const metadata: Metadata = { title: "Edit a topic" };

export default async function EditTopicPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const viewer = await forPermitted("edit_topic", `/admin/events/topic/${slug}`);
  if (!viewer) return null;
  const { id, title, summary } = await orNotFound((await api()).topic.bySlug({ slug }));
  return (
    <div className="max-w-column">
      <PageHeader
        title="Edit a topic"
        above={<Breadcrumbs crumbs={[{ label: title, href: `/topics/${slug}` }]} />}
        lead="The story is told anew; each change is part of the audit record."
      />
      <TopicForm topic={{ id, title, summary }} />
    </div>
  );
}
