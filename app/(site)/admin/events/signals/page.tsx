import type { Metadata } from "next";
import Link from "next/link";
import { type AddressQuery, addressParams } from "#app/_address/address-params.ts";
import { PageHeader } from "#app/_components/page-header.tsx";
import { Section } from "#app/_components/section.tsx";
import { VisuallyHidden } from "#app/_components/visually-hidden.tsx";
import { choicesOf } from "#app/_criteria/choices-of.ts";
import { SignalItem } from "#app/_signals/signal-item.tsx";
import type { SignalListView, SignalView } from "#app/_signals/signal-view.ts";
import { forPermitted } from "#app/_trpc/for-permitted.ts";
import { api } from "#app/_trpc/server.ts";
import { chosenTopic } from "#app/(site)/admin/events/_components/desk/chosen-topic.ts";
import { DeskLinks } from "#app/(site)/admin/events/_components/desk/desk-links.tsx";
import { NoTopic } from "#app/(site)/admin/events/_components/desk/no-topic.tsx";
import { TopicPicker } from "#app/(site)/admin/events/_components/desk/topic-picker.tsx";
import { SignalForm } from "./_components/signal-form.tsx";

export const metadata: Metadata = { title: "Write signals" };

interface Props {
  readonly searchParams: Promise<AddressQuery>;
}

export default async function SignalsDesk({ searchParams }: Props) {
  await forPermitted("write_signal");
  const caller = await api();
  const [query, topics, actors] = await Promise.all([searchParams, caller.topic.list(), caller.event.actors()]);
  const params = addressParams(query);
  const topic = chosenTopic(topics, params.slug("topic"));
  const signals = topic ? await caller.signal.list({ topicId: topic.id, withRetired: true }) : [];
  const changed = await signalToChange(signals, params.id("signal"));
  return (
    <div className="max-w-column">
      <PageHeader
        title="Write signals"
        lead="A signal is a pattern with a name: which events, by whom, where. It counts what fits, and tells those who follow it when something new does."
      />
      <DeskLinks current="/admin/events/signals" />
      {topic ? (
        <>
          <TopicPicker action="/admin/events/signals" topics={topics} slug={topic.slug} />
          <SignalForm
            key={`${topic.id} ${changed?.id} ${changed?.number}`}
            topic={topic}
            changed={changed}
            choices={choicesOf(actors)}
          />
          <Section title="Signals of this topic">
            {signals.length === 0 ? <p className="text-sm text-soft">There is none yet.</p> : null}
            <ul className="divide-y divide-hairline">
              {signals.map((signal) => (
                <SignalItem
                  key={signal.id}
                  signal={signal}
                  action={<ChangeSignalLink slug={topic.slug} signal={signal} />}
                />
              ))}
            </ul>
          </Section>
        </>
      ) : (
        <NoTopic />
      )}
    </div>
  );
}

/** Takes a signal up in the form. */
function ChangeSignalLink({ slug, signal }: { slug: string; signal: { id: string; name: string } }) {
  return (
    <Link href={`/admin/events/signals?topic=${slug}&signal=${signal.id}`} className="link text-sm">
      Change<VisuallyHidden> {signal.name}</VisuallyHidden>
    </Link>
  );
}

/** The signal that an address asks to change, when it is one of these. */
async function signalToChange(
  signals: readonly SignalListView[],
  signalId: string | undefined,
): Promise<SignalView | undefined> {
  const listed = signals.find(({ id }) => id === signalId);
  return listed ? (await api()).signal.byId({ signalId: listed.id }) : undefined;
}
