import type { Metadata } from "next";
import { type AddressQuery, addressParams } from "#app/_address/address-params.ts";
import { PageHeader } from "#app/_components/page-header.tsx";
import { Section } from "#app/_components/section.tsx";
import { choicesOf } from "#app/_criteria/choices-of.ts";
import { AloneNotice } from "#app/_resolution/alone-notice.tsx";
import { forPermitted } from "#app/_trpc/for-permitted.ts";
import { api } from "#app/_trpc/server.ts";
import { chosenTopic } from "#app/(site)/admin/events/_components/desk/chosen-topic.ts";
import { DeskLinks } from "#app/(site)/admin/events/_components/desk/desk-links.tsx";
import { NoTopic } from "#app/(site)/admin/events/_components/desk/no-topic.tsx";
import { TopicPicker } from "#app/(site)/admin/events/_components/desk/topic-picker.tsx";
import { CoverageForm } from "./_components/coverage-form.tsx";
import { CoverageInForce } from "./_components/coverage-in-force.tsx";
import { scopeParams } from "./_components/scope-params.ts";
import { WaitingQuestions } from "./_components/waiting-questions.tsx";

export const metadata: Metadata = { title: "Sign coverage" };

interface Props {
  readonly searchParams: Promise<AddressQuery>;
}

export default async function CoveragePage({ searchParams }: Props) {
  await forPermitted("sign_coverage");
  const caller = await api();
  const [query, topics, actors] = await Promise.all([searchParams, caller.topic.list(), caller.event.actors()]);
  const topic = chosenTopic(topics, addressParams(query).slug("topic"));
  const coverage = topic ? await caller.coverage.list({ topicId: topic.id }) : [];
  const replaced = coverage.find(({ id }) => id === addressParams(query).id("replace"));
  const asked = scopeParams(query);
  const waiting = await caller.coverage.waiting({});
  return (
    <div className="max-w-column">
      <PageHeader
        title="Sign coverage"
        lead="You vouch that the log lacks nothing of a scope over a span that has passed. Only then may the absence of an event answer “No”."
      />
      <DeskLinks current="/admin/events/coverage" />
      <div className="mb-6">
        <AloneNotice kind="answer" />
      </div>
      {topic ? (
        <>
          <TopicPicker action="/admin/events/coverage" topics={topics} slug={topic.slug} />
          <CoverageForm
            key={`${topic.id} ${replaced?.id} ${JSON.stringify(asked)}`}
            choices={choicesOf(actors)}
            topicId={topic.id}
            replaced={replaced}
            asked={asked}
          />
          <WaitingQuestions waiting={waiting} />
          <Section
            title="Statements in force"
            lead="Signed statements of this topic. A replaced one stays in the record."
          >
            <CoverageInForce coverage={coverage} slug={topic.slug} />
          </Section>
        </>
      ) : (
        <NoTopic />
      )}
    </div>
  );
}
