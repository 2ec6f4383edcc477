import Link from "next/link";
import { part } from "#app/_components/part.tsx";
import { Section } from "#app/_components/section.tsx";
import { asOfQuery } from "#app/_events/as-of.ts";
import { FollowButton } from "#app/_signals/follow-button.tsx";
import { SignalItem } from "#app/_signals/signal-item.tsx";
import { api } from "#app/_trpc/server.ts";

interface TopicSignalsProps {
  readonly topic: { readonly id: string; readonly slug: string };
  readonly asOf: Date | undefined;
  readonly isSignedIn: boolean;
  /** Whether the reader may write signals. */
  readonly mayWrite: boolean;
}

/** The patterns that the topic's log is watched for. Readers who follow one are told when an event fits it. */
export const TopicSignals = part(async ({ topic, asOf, isSignedIn, mayWrite }: TopicSignalsProps) => {
  const signals = await (await api()).signal.list({ topicId: topic.id, ...(asOf ? { asOf } : {}) });
  if (signals.length === 0 && !mayWrite) return null;
  return (
    <Section
      id="signals"
      title="Signals"
      lead="Patterns that the log is watched for. Follow one to get a notice when a new event fits it."
      {...(mayWrite
        ? {
            aside: (
              <Link href={`/admin/events/signals?topic=${topic.slug}`} className="link">
                Write signals
              </Link>
            ),
          }
        : {})}
    >
      {signals.length === 0 ? (
        <p className="text-sm text-soft">No pattern is watched for yet.</p>
      ) : (
        <ul className="divide-y divide-hairline border-y border-hairline">
          {signals.map((signal) => (
            <SignalItem
              key={signal.id}
              signal={signal}
              query={asOfQuery(asOf)}
              action={
                isSignedIn ? (
                  <FollowButton
                    subject={{ kind: "signal", id: signal.id }}
                    name={signal.name}
                    isFollowed={signal.isFollowed}
                  />
                ) : null
              }
            />
          ))}
        </ul>
      )}
    </Section>
  );
});
