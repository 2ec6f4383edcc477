import type { Metadata } from "next";
import { type AddressQuery, addressParams } from "#app/_address/address-params.ts";
import { ButtonLink } from "#app/_components/button.tsx";
import { EmptyState } from "#app/_components/empty-state.tsx";
import { Notice } from "#app/_components/notice.tsx";
import { PageHeader } from "#app/_components/page-header.tsx";
import { choicesOf } from "#app/_criteria/choices-of.ts";
import { zoneChoices } from "#app/_criteria/zone-choices.ts";
import type { SuggestionView } from "#app/_questions/question-view.ts";
import { AloneNotice } from "#app/_resolution/alone-notice.tsx";
import { forPermitted } from "#app/_trpc/for-permitted.ts";
import { orNotFound } from "#app/_trpc/or-not-found.ts";
import { api } from "#app/_trpc/server.ts";
import { DraftForm } from "./_components/draft-form.tsx";

export const metadata: Metadata = { title: "New question" };

interface Props {
  readonly searchParams: Promise<AddressQuery>;
}

export default async function NewQuestionPage({ searchParams }: Props) {
  const params = addressParams(await searchParams);
  const [slug, suggestionId, topicSlug] = [params.slug("draft"), params.id("suggestion"), params.slug("topic")];
  await forPermitted("draft_question");
  const caller = await api();
  const [topics, actors] = await Promise.all([caller.topic.list(), caller.event.actors()]);
  const draft = slug ? await orNotFound(caller.question.draftToRevise({ slug })) : null;
  const suggestion = suggestionId ? await orNotFound(caller.suggestion.waitingOne({ suggestionId })) : null;
  const topic = topics.find((one) => one.slug === topicSlug) ?? (topics.length === 1 ? topics[0] : undefined);
  return (
    <>
      <PageHeader
        title={draft ? "Change a draft" : "New question"}
        lead="The rule decides the question. Beside the form you see the rule as a sentence, and what it gives for the log to date."
      />
      <AloneNotice kind="draft" />
      {suggestion ? <SuggestionNotice suggestion={suggestion} /> : null}
      {topics.length === 0 ? (
        <EmptyState
          title="There is no topic yet"
          action={<ButtonLink href="/admin/events/topic">New topic</ButtonLink>}
        >
          A question is decided by the log of a topic, so a topic comes first.
        </EmptyState>
      ) : (
        <DraftForm
          draft={draft}
          suggestion={suggestion}
          topicId={topic?.id ?? ""}
          now={Date.now()}
          topics={topics.map(({ id, title }) => ({ id, title }))}
          choices={choicesOf(actors)}
          zones={zoneChoices()}
        />
      )}
    </>
  );
}

/** Says whose suggestion the form was filled from, and what they asked for. */
function SuggestionNotice({ suggestion }: { suggestion: SuggestionView }) {
  const { suggestedBy, roughCriteria, criteria } = suggestion;
  return (
    <div className="mb-8">
      <Notice title={`Suggested by ${suggestedBy}`}>
        <p>
          {criteria ? "The rule below is theirs. " : "The rule is still to be built from their words. "}
          They get a notice when the draft is saved.
        </p>
        {roughCriteria ? <p className="mt-1 whitespace-pre-line">“{roughCriteria}”</p> : null}
      </Notice>
    </div>
  );
}
