import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumbs } from "#app/_components/breadcrumbs.tsx";
import { Notice } from "#app/_components/notice.tsx";
import { PageHeader } from "#app/_components/page-header.tsx";
import { choicesOf } from "#app/_criteria/choices-of.ts";
import { forPermitted } from "#app/_trpc/for-permitted.ts";
import { orNotFound } from "#app/_trpc/or-not-found.ts";
import { api } from "#app/_trpc/server.ts";
import { renamedOptions } from "#core/criteria/renamed-options.ts";
import { ChangeCriteriaForm } from "./_components/change-criteria-form.tsx";

export const metadata: Metadata = { title: "Change the rule" };

export default async function ChangeCriteriaPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  await forPermitted("change_criteria");
  const caller = await api();
  const question = await orNotFound(caller.question.bySlug({ slug }));
  const [version] = question.criteria;
  if (!version?.rule || !question.topic) notFound();
  const { ownInterest } = await caller.criteria.record({ slug });
  if (ownInterest) {
    return (
      <Notice tone="warning" title="Not yours to change">
        You are {ownInterest}: another moderator or admin, without an interest in its answer, changes its rule.
      </Notice>
    );
  }
  const labels = new Map(question.options.map(({ id, label }) => [id, label]));
  const named = renamedOptions(version.rule, labels);
  return (
    <>
      <Breadcrumbs crumbs={[{ label: question.title, href: `/questions/${slug}` }]} />
      <PageHeader
        title="Change the rule"
        lead="The question is public: the change becomes a new version, shown beside the old one with your reason, and everybody who has forecast gets a notice. Its kind of answers, its options and its deadline stay."
      />
      <ChangeCriteriaForm
        question={{ id: question.id, slug, version: version.version }}
        topicId={question.topic.id}
        current={{
          criteria: named,
          options: question.options.map(({ label }) => label),
          finePrint: version.finePrint,
        }}
        now={question.askedAt.getTime()}
        choices={choicesOf(await caller.event.actors())}
      />
    </>
  );
}
