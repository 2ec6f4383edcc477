import type { Metadata } from "next";
import { Breadcrumbs } from "#app/_components/breadcrumbs.tsx";
import { PageHeader } from "#app/_components/page-header.tsx";
import { Section } from "#app/_components/section.tsx";
import { forPermitted } from "#app/_trpc/for-permitted.ts";
import { orNotFound } from "#app/_trpc/or-not-found.ts";
import { api } from "#app/_trpc/server.ts";
import { ScenariosForm } from "#app/(site)/admin/events/topic/_components/scenarios-form.tsx";
import { TopicForm } from "#app/(site)/admin/events/topic/_components/topic-form.tsx";

export const metadata: Metadata = { title: "Edit a topic" };

export default async function EditTopicPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  await forPermitted("edit_topic");
  const caller = await api();
  const { id, title, summary, scenarioQuestionSlug } = await orNotFound(caller.topic.bySlug({ slug }));
  const { items } = await caller.question.list({ topic: slug, status: "all", limit: 100 });
  const questions = items.filter(({ type }) => type === "multiple_choice");
  const bound = questions.find((question) => question.slug === scenarioQuestionSlug)?.id;
  return (
    <div className="max-w-column">
      <PageHeader
        title="Edit a topic"
        above={<Breadcrumbs crumbs={[{ label: title, href: `/topics/${slug}` }]} />}
        lead="Edit the story. Each change is kept in the audit record."
      />
      <TopicForm topic={{ id, title, summary }} />
      <Section title="Scenarios">
        {questions.length === 0 ? (
          <p className="text-sm text-soft">
            This topic has no multiple-choice question yet. Once one is published, its options can be the story’s
            scenarios.
          </p>
        ) : (
          <ScenariosForm
            key={bound}
            topicId={id}
            questions={questions.map((question) => ({ id: question.id, title: question.title }))}
            bound={bound}
          />
        )}
      </Section>
    </div>
  );
}
