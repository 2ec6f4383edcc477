import type { Metadata } from "next";
import { type AddressQuery, addressParams } from "#app/_address/address-params.ts";
import { Prose } from "#app/_components/prose.tsx";
import { asOfFrom } from "#app/_events/as-of.ts";
import { orNotFound } from "#app/_trpc/or-not-found.ts";
import { api } from "#app/_trpc/server.ts";
import { may } from "#core/permissions.ts";
import { ScenarioChart } from "./_components/scenario-chart.tsx";
import { TopicEffects } from "./_components/topic-effects.tsx";
import { TopicHeader } from "./_components/topic-header.tsx";
import { TopicQuestions } from "./_components/topic-questions.tsx";
import { TopicSignals } from "./_components/topic-signals.tsx";
import { TopicTimeline } from "./_components/topic-timeline.tsx";

interface Props {
  readonly params: Promise<{ slug: string }>;
  readonly searchParams: Promise<AddressQuery>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const { title, isFictional } = await orNotFound((await api()).topic.bySlug({ slug }));
  return { title: isFictional ? `${title} (fictional)` : title };
}

export default async function TopicPage({ params, searchParams }: Props) {
  const [{ slug }, query] = await Promise.all([params, searchParams]);
  const caller = await api();
  const [topic, viewer] = await Promise.all([orNotFound(caller.topic.bySlug({ slug })), caller.user.viewer()]);
  const asOf = asOfFrom(query.asOf);
  const now = Date.now();
  const mayWrite = viewer !== null && may({ kind: "user", ...viewer }, "write_signal");
  return (
    <>
      <TopicHeader topic={topic} viewer={viewer} isFollowed={await caller.signal.followsTopic({ topicId: topic.id })} />
      <div className="grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,45rem)_minmax(0,1fr)] lg:grid-rows-[auto_1fr]">
        <TopicStory summary={topic.summary} />
        <div className="lg:col-start-2 lg:row-span-2 lg:row-start-1">
          <TopicQuestions slug={slug} scenarios={topic.scenarioQuestionSlug} now={now} />
        </div>
        <div className="min-w-0">
          {topic.scenarioQuestionSlug ? (
            <ScenarioChart topic={topic} slug={topic.scenarioQuestionSlug} now={now} />
          ) : null}
          <TopicSignals topic={topic} asOf={asOf} isSignedIn={viewer !== null} mayWrite={mayWrite} />
          <TopicEffects slug={slug} asOf={asOf} />
          <TopicTimeline topic={topic} asOf={asOf} before={addressParams(query).cursor("events", "before")} now={now} />
        </div>
      </div>
    </>
  );
}

/** The story as it is told so far. */
function TopicStory({ summary }: { summary: string }) {
  return (
    <section aria-label="The story">
      <Prose markdown={summary} face="story" />
    </section>
  );
}
