"use client";

import { useRouter } from "next/navigation";
import { Button } from "#app/_components/button.tsx";
import { FailureNotice } from "#app/_forms/failure-notice.tsx";
import { useSubmission } from "#app/_forms/use-submission.ts";
import { trpc } from "#app/_trpc/client.ts";

/** Signs out one place where one is signed in. */
export function EndSession({ sessionId, agent }: { sessionId: string; agent: string }) {
  const router = useRouter();
  const { submit, isPending, failure } = useSubmission();
  const end = async () => {
    await submit(() => trpc.user.endSession.mutate({ sessionId }));
    router.refresh();
  };
  return (
    <div className="space-y-2 pt-1">
      <Button tone="secondary" size="small" disabled={isPending} onClick={end} aria-label={`Sign out ${agent}`}>
        {isPending ? "Signing out…" : "Sign out"}
      </Button>
      <FailureNotice failure={failure} />
    </div>
  );
}

/** Signs out everywhere, here too. */
export function EndAllSessions() {
  const { submit, isPending, failure } = useSubmission();
  const end = async () => {
    if (await submit(() => trpc.user.endSessions.mutate({}))) window.location.assign("/sign-in?next=/settings");
  };
  return (
    <div className="space-y-2">
      <Button tone="danger" disabled={isPending} onClick={end}>
        {isPending ? "Signing out…" : "Sign out everywhere"}
      </Button>
      <p className="text-sm text-soft">Ends this session too.</p>
      <FailureNotice failure={failure} />
    </div>
  );
}
