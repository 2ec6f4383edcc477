import { Breadcrumbs } from "#app/_components/breadcrumbs.tsx";
import { ButtonLink } from "#app/_components/button.tsx";
import { PageHeader } from "#app/_components/page-header.tsx";
import { part } from "#app/_components/part.tsx";
import { FollowButton } from "#app/_signals/follow-button.tsx";
import type { SignalView } from "#app/_signals/signal-view.ts";
import { signInAddress } from "#app/_trpc/requested-page.ts";
import type { Role } from "#core/actor.ts";
import { may } from "#core/permissions.ts";

interface SignalHeaderProps {
  readonly signal: SignalView;
  readonly viewer: { readonly id: string; readonly name: string; readonly role: Role } | null;
}

/** What the signal looks for, and what the reader can do with it. */
export const SignalHeader = part(async ({ signal, viewer }: SignalHeaderProps) => {
  const { topic, name, phrase, note, isRetired } = signal;
  const mayWrite = viewer !== null && may({ kind: "user", ...viewer }, "write_signal");
  return (
    <PageHeader
      title={name}
      above={
        <Breadcrumbs
          crumbs={[
            { label: "Topics", href: "/topics" },
            { label: topic.title, href: `/topics/${topic.slug}` },
          ]}
        />
      }
      lead={
        <>
          Watches for {phrase}.{isRetired ? " Retired: new matches send no notice." : ""}
          {note ? <span className="mt-2 block text-base">{note}</span> : null}
        </>
      }
      actions={
        viewer ? (
          <>
            <FollowButton subject={{ kind: "signal", id: signal.id }} name={name} isFollowed={signal.isFollowed} />
            {mayWrite ? (
              <ButtonLink href={`/admin/events/signals?topic=${topic.slug}&signal=${signal.id}`} tone="secondary">
                Change
              </ButtonLink>
            ) : null}
          </>
        ) : (
          <ButtonLink href={await signInAddress()} tone="secondary">
            Sign in to follow
          </ButtonLink>
        )
      }
    />
  );
});
