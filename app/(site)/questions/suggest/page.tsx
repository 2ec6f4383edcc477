import type { Metadata } from "next";
import { type AddressQuery, addressParams } from "#app/_address/address-params.ts";
import { PageHeader } from "#app/_components/page-header.tsx";
import { Section } from "#app/_components/section.tsx";
import { choicesOf } from "#app/_criteria/choices-of.ts";
import { zoneChoices } from "#app/_criteria/zone-choices.ts";
import { forPermitted } from "#app/_trpc/for-permitted.ts";
import { api } from "#app/_trpc/server.ts";
import { OwnSuggestions } from "./_components/own-suggestions.tsx";
import { SuggestForm } from "./_components/suggest-form.tsx";

export const metadata: Metadata = { title: "Suggest a question" };

interface Props {
  readonly searchParams: Promise<AddressQuery>;
}

export default async function SuggestQuestionPage({ searchParams }: Props) {
  const slug = addressParams(await searchParams).slug("topic");
  await forPermitted("suggest_question");
  const caller = await api();
  const [topics, actors, own] = await Promise.all([
    caller.topic.list(),
    caller.event.actors(),
    caller.suggestion.own(),
  ]);
  const topic = topics.find((one) => one.slug === slug);
  return (
    <>
      <PageHeader
        title="Suggest a question"
        lead="A moderator reads it, and makes a draft of it or says why not. You get a notice either way."
      />
      <SuggestForm
        topicId={topic?.id ?? ""}
        now={Date.now()}
        topics={topics.map(({ id, title }) => ({ id, title }))}
        choices={choicesOf(actors)}
        zones={zoneChoices()}
      />
      <Section title="Your suggestions">
        <OwnSuggestions suggestions={own} now={Date.now()} />
      </Section>
    </>
  );
}
